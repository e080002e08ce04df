import { useState } from 'react';
import { Link, Outlet } from '@tanstack/react-router';
import { Button as AriaButton } from 'react-aria-components/Button';
import { t } from '../../i18n/index.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { AppKeys } from '../keys/keys.tsx';
import { places, type Place } from './nav.ts';

const exact = (to: string) => ({ exact: to === '/' });

function SideLink({ place: { to, icon, label }, onPress }: { place: Place; onPress?: () => void }) {
  return (
    <Link to={to} className="side-link" activeOptions={exact(to)} onClick={onPress}>
      <Icon name={icon} />
      {label}
    </Link>
  );
}

function Side() {
  return (
    <nav className="side" aria-label={t('Main')}>
      <Link to="/" className="brand" activeProps={{ 'aria-current': undefined }}>
        <img src="/icon.svg" alt="" />
        Florin
      </Link>
      <div className="send-button">
        <LinkButton to="/send" icon="send" wide>
          {t('Send')}
        </LinkButton>
      </div>
      {places().map((place) => (
        <SideLink key={place.to} place={place} />
      ))}
    </nav>
  );
}

function Bottom() {
  const [more, setMore] = useState(false);
  const all = places();
  const tab = (to: string) => all.find((place) => place.to === to) as Place;
  const shown = ['/', '/activity', '/requests'].map(tab);
  const rest = all.filter((place) => !shown.includes(place));
  const link = ({ to, icon, label }: Place) => (
    <Link key={to} to={to} activeOptions={exact(to)}>
      <Icon name={icon} size={24} />
      <span>{label}</span>
    </Link>
  );
  const [home, activity, requests] = shown as [Place, Place, Place];
  return (
    <nav className="bottom" aria-label={t('Main')}>
      {link(home)}
      {link(activity)}
      <Link to="/send" className="send-tab">
        <span>
          <Icon name="send" size={22} />
        </span>
        <span>{t('Send')}</span>
      </Link>
      {link(requests)}
      <AriaButton onPress={() => setMore(true)}>
        <Icon name="more" size={24} />
        <span>{t('More')}</span>
      </AriaButton>
      <Sheet title={t('More')} open={more} onClose={() => setMore(false)}>
        <div className="stack tight">
          {rest.map((place) => (
            <SideLink key={place.to} place={place} onPress={() => setMore(false)} />
          ))}
        </div>
      </Sheet>
    </nav>
  );
}

/** The frame of the app: where one can go, at the side or, on a phone, at the bottom. */
export function Shell() {
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('Skip to the content')}
      </a>
      <Side />
      <main className="content" id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <Bottom />
      <AppKeys />
    </div>
  );
}
