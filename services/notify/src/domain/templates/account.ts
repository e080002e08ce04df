import type { Notice } from '../message.ts';
import { oneLine } from './foreign-text.ts';

export function welcomeNotice(name: string): Notice {
  return {
    kind: 'welcome',
    title: 'Welcome to Florin',
    body: `Hello ${oneLine(name, 60)}, your account is ready.`,
    more: ['You can add money, send it to friends and see where it goes.'],
  };
}

const IF_NOT_YOU =
  'If this was you, there is nothing to do. If it was not, set a new password and sign out your other devices.';
/** what the owner of a closed account can still do */
const AFTERWARDS =
  'You are signed out everywhere, and your name and addresses are deleted. You may register anew with this address.';

/** Something about the account's security changed. `detail` is auth's own sentence, `link` an absolute URL. */
export function securityNotice(input: { what: string; detail: string; link: string | null }): Notice {
  const what = oneLine(input.what, 60).replaceAll('-', ' ');
  return {
    kind: 'security',
    title: `Security notice: ${what}`,
    body: oneLine(input.detail, 400) || `A change was made to your account: ${what}.`,
    more: [input.what === 'terminated' ? AFTERWARDS : IF_NOT_YOU],
    ...(input.link === null ? {} : { action: { label: 'This was not me', url: input.link } }),
  };
}
