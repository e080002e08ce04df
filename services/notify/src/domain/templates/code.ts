import type { Notice } from '../message.ts';

const PURPOSES: Record<string, { title: string; what: string }> = {
  'verify-email': { title: 'Confirm your e-mail address', what: 'to confirm your e-mail address' },
  'verify-mobile': { title: 'Confirm your mobile number', what: 'to confirm your mobile number' },
  'password-reset': { title: 'Reset your password', what: 'to set a new password' },
  'second-factor': { title: 'Your sign-in code', what: 'to sign in' },
  'email-change': { title: 'Confirm your new e-mail address', what: 'to confirm your new e-mail address' },
  'mobile-change': { title: 'Confirm your new mobile number', what: 'to confirm your new mobile number' },
};

const PASSWORD_CHOSEN =
  'Somebody chose a password when the account was made. If it was not you, ask for a new password and set one of your own before you use the account.';

/** The Tracker's screens that take a code, by its purpose. */
const SCREENS: Record<string, { path: string; label: string }> = {
  'verify-email': { path: 'auth/verify', label: 'Confirm your e-mail address' },
  'password-reset': { path: 'auth/reset-password', label: 'Set a new password' },
};

/** A one-time code. The subject never holds it: subjects show on locked screens. */
export function codeNotice(input: {
  code: string;
  purpose: string;
  minutes: number;
  /** the account has a password that the reader need not have chosen */
  passwordChosen?: boolean | undefined;
  /** the Tracker's web client and the address the code goes to: the mail links to the screen that takes the code */
  site?: { url: string; email: string } | undefined;
}): Notice {
  const { title, what } = PURPOSES[input.purpose] ?? { title: 'Your Florin code', what: 'for Florin' };
  const minutes = input.minutes === 1 ? 'a minute' : `${input.minutes} minutes`;
  const screen = input.site && SCREENS[input.purpose];
  return {
    kind: 'code',
    title,
    body: `${input.code} is your code ${what}. It works for ${minutes}.`,
    code: input.code,
    more: [
      ...(input.passwordChosen === true ? [PASSWORD_CHOSEN] : []),
      'Nobody at Florin will ever ask you for it. If you did not ask for a code, you can ignore this message: without the code nothing happens.',
    ],
    ...(input.site && screen
      ? { action: { label: screen.label, url: linkTo(screen.path, input.site, input.code) } }
      : {}),
  };
}

function linkTo(path: string, { url, email }: { url: string; email: string }, code: string): string {
  return `${url.replace(/\/+$/, '')}/${path}?${new URLSearchParams({ email, code }).toString()}`;
}
