import { api, bodyOf, withKey } from '../../api/client.ts';
import { signedIn, signedOut } from '../../api/session.ts';
import type { SignIn } from '../../api/types.ts';
import { language } from '../../i18n/index.ts';

export type Challenge = Extract<SignIn, { secondFactorRequired: true }>;
export type Factor = 'totp' | 'otp-email' | 'otp-sms' | 'recovery-code';

/** Signs in; returns what is left to prove, or undefined when the person is in. */
export async function signIn(identifier: string, password: string): Promise<Challenge | undefined> {
  const body = { identifier, password, cookies: true, rememberMe: true, device: { platform: 'web' as const } };
  const reply = bodyOf(await api.POST('/v1/auth/login', { body }));
  if ('secondFactorRequired' in reply) return reply;
  signedIn(reply);
  return undefined;
}

export async function proveFactor(challenge: string, factor: Factor, code: string): Promise<void> {
  const body = { challenge, factor, code: code.trim(), cookies: true, device: { platform: 'web' as const } };
  signedIn(bodyOf(await api.POST('/v1/auth/2fa/verify', { body })));
}

export async function sendFactorCode(challenge: string, channel: 'email' | 'sms'): Promise<void> {
  await api.POST('/v1/auth/otp/send', { body: { purpose: 'second-factor', challenge, channel } });
}

export interface NewAccount {
  name: string;
  email: string;
  username: string;
  password: string;
}

export async function register({ username, ...account }: NewAccount, key: string): Promise<void> {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const body = { ...account, ...(username === '' ? {} : { username }), locale: language(), timeZone };
  await api.POST('/v1/auth/register', { body, params: withKey(key) });
}

export async function verifyEmail(email: string, code: string): Promise<void> {
  await api.POST('/v1/auth/verify-email', { body: { email, code: code.trim() } });
}

export async function resendCode(email: string): Promise<void> {
  await api.POST('/v1/auth/verify-email/resend', { body: { email } });
}

export async function askReset(identifier: string): Promise<void> {
  await api.POST('/v1/auth/password/forgot', { body: { identifier } });
}

export async function resetPassword(identifier: string, code: string, password: string): Promise<void> {
  await api.POST('/v1/auth/password/reset', { body: { identifier, code: code.trim(), password } });
}

/** Ends the session; on this device also when no reply comes. */
export async function signOut(): Promise<void> {
  try {
    await api.POST('/v1/auth/logout', {});
  } finally {
    signedOut();
  }
}

interface Mailbox {
  data: { text: string }[];
}

/** In development: the newest code that the mailbox keeps for an address. */
export async function mailedCode(address: string): Promise<string | undefined> {
  const reply = await fetch(`/dev/mailbox?to=${encodeURIComponent(address)}&limit=5`, {
    headers: { Accept: 'application/json' },
  });
  if (!reply.ok) return undefined;
  const { data } = (await reply.json()) as Mailbox;
  return data.map(({ text }) => /\b\d{6}\b/.exec(text)?.[0]).find((code) => code !== undefined);
}

export const isDevelopment = () => document.documentElement.dataset['deployment'] === 'development';
