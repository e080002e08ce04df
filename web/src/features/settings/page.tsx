import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { LANGUAGES, choose, language, t, type Language } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Segments, SelectField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHead } from '../../ui/parts.tsx';
import { chooseTheme, chosenTheme, type Theme } from '../../ui/theme.ts';
import { signOut } from '../auth/calls.ts';
import { Profile } from './profile.tsx';

export function SettingsPage() {
  return (
    <div className="page">
      <PageHead title={t('Settings')} />
      <Profile />
      <Look />
      <section className="card flush" aria-label={t('Security')}>
        <Link className="row" to="/settings/security">
          <span className="avatar">
            <Icon name="lock" />
          </span>
          <span className="stack-none">
            <span className="name">{t('Security')}</span>
            <span className="about">{t('Password, second factor, devices')}</span>
          </span>
          <Icon name="next" />
        </Link>
      </section>
      <div className="form-actions">
        <Button kind="secondary" icon="out" onPress={() => void signOut().catch(() => undefined)}>
          {t('Sign out')}
        </Button>
      </div>
    </div>
  );
}

/** What this device shows it in. */
function Look() {
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <section className="card form" aria-labelledby="look">
      <h2 id="look">{t('On this device')}</h2>
      <SelectField
        label={t('Language')}
        value={language()}
        onChange={(value) => void choose(value as Language)}
        options={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
      />
      <Segments<Theme>
        legend={t('Light or dark')}
        value={theme}
        onChange={(next) => {
          chooseTheme(next);
          setTheme(next);
        }}
        options={[
          { value: 'system', label: t('As the system') },
          { value: 'light', label: t('Light') },
          { value: 'dark', label: t('Dark') },
        ]}
      />
    </section>
  );
}
