import { t } from '../../i18n/index.ts';
import type { IconName } from '../../ui/icon.tsx';

export interface Place {
  to: string;
  icon: IconName;
  label: string;
  /** `g` and this letter goes there */
  letter: string;
}

/** Where one can go, in the order of the side bar. */
export function places(): Place[] {
  return [
    { to: '/', icon: 'home', label: t('Home'), letter: 'h' },
    { to: '/activity', icon: 'activity', label: t('Activity'), letter: 'a' },
    { to: '/requests', icon: 'request', label: t('Requests'), letter: 'r' },
    { to: '/friends', icon: 'people', label: t('Friends'), letter: 'f' },
    { to: '/wallets', icon: 'wallet', label: t('Wallets'), letter: 'w' },
    { to: '/spending', icon: 'list', label: t('Transactions'), letter: 't' },
    { to: '/budgets', icon: 'gauge', label: t('Budgets'), letter: 'b' },
    { to: '/settings', icon: 'settings', label: t('Settings'), letter: 's' },
  ];
}
