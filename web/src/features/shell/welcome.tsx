import { Outlet } from '@tanstack/react-router';
import { LANGUAGES, choose, language, t, type Language } from '../../i18n/index.ts';
import { Notice } from '../../ui/parts.tsx';

/** The frame of pages before sign-in. */
export function Welcome() {
  return (
    <div className="welcome">
      <header className="welcome-top">
        <span className="brand">
          <img src="/icon.svg" alt="" />
          Florin
        </span>
        <select
          className="input language"
          aria-label={t('Language')}
          value={language()}
          onChange={(event) => void choose(event.target.value as Language)}
        >
          {Object.entries(LANGUAGES).map(([tag, name]) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      </header>
      <main className="stack">
        {!window.isSecureContext && (
          <Notice kind="warn">
            {t(
              'Signing in needs https or this machine itself: a browser keeps no sign-in on plain http from elsewhere.',
            )}
          </Notice>
        )}
        <Outlet />
      </main>
    </div>
  );
}
