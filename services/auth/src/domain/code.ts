import type { Channel } from './user.ts';

export const CODE_LIFETIME_MS = 5 * 60_000;
export const CODE_TRIES = 5;
export const CODE_COOLDOWN_MS = 30_000;
/** sends per hour of one recipient and caller */
export const CODE_SENDS_PER_HOUR = 10;

/** What a code is good for. `any` is a dialect's purpose-less code: bound to the first purpose that uses it. */
export const CODE_PURPOSES = [
  'verify-email',
  'verify-mobile',
  'password-reset',
  'second-factor',
  'email-change',
  'mobile-change',
  'any',
] as const;
export type CodePurpose = (typeof CODE_PURPOSES)[number];

export interface Code {
  userId: string;
  purpose: CodePurpose;
  channel: Channel;
  address: string;
  codeHash: Buffer;
  boundTo: string | null;
  tries: number;
  sentAt: Date;
  expiresAt: Date;
  ended: 'used' | 'void' | null;
}

/** A code sent a moment ago that still works: a second request sends nothing and renews its expiry. */
export function isCoolingDown(code: Code | undefined, now: Date): boolean {
  if (!code || code.ended !== null || code.expiresAt <= now) return false;
  return now.getTime() - code.sentAt.getTime() < CODE_COOLDOWN_MS;
}

export type CodeState = 'none' | 'expired' | 'live';

/** What a code row means at this moment for one use. A used or voided code is as good as none. */
export function codeState(code: Code | undefined, use: string, now: Date): CodeState {
  if (!code || code.ended !== null || code.tries >= CODE_TRIES) return 'none';
  if (code.boundTo !== null && code.boundTo !== use) return 'none';
  return code.expiresAt <= now ? 'expired' : 'live';
}
