import { FlorinError } from '@florin/errors';
import type { CodePurpose } from '../../domain/code.ts';
import { CODE_COOLDOWN_MS, CODE_SENDS_PER_HOUR } from '../../domain/code.ts';
import { callerOf } from '../../domain/ip.ts';
import type { Channel, User } from '../../domain/user.ts';
import { addressOf, isAddressVerified } from '../../domain/user.ts';
import { limited } from '../abuse/limits.ts';
import { findAccount } from '../accounts/identifiers.ts';
import type { App, Identifier } from '../ports.ts';
import type { Caller } from '../sessions/manage.ts';
import { issueCode } from './issue-code.ts';

export interface SendCode {
  identifiers: readonly Identifier[];
  channel: Channel;
  purpose: CodePurpose;
  ip: string;
}

export type SendCodeResult =
  { outcome: 'unknown-user' } | { outcome: 'sent' | 'terminated' | 'no-address' | 'already-verified'; user: User };

/**
 * Sends a code to an account's own address: to verify it, to reset the password, or for a dialect's any purpose.
 * Throws RATE_LIMITED, see `issueCode`.
 */
export async function sendCode(app: App, input: SendCode): Promise<SendCodeResult> {
  const user = await findAccount(app, input.identifiers);
  if (!user) return { outcome: 'unknown-user' };
  if (user.status === 'terminated') return { outcome: 'terminated', user };
  const address = addressOf(user, input.channel);
  if (address === null) return { outcome: 'no-address', user };
  const verifying = input.purpose === 'verify-email' || input.purpose === 'verify-mobile';
  if (verifying && isAddressVerified(user, input.channel)) return { outcome: 'already-verified', user };
  await app.unit(async (unit) => {
    await app.stores.users.lock(unit.trx, user.id);
    await issueCode(app, unit, { ...input, user, address });
  });
  return { outcome: 'sent', user };
}

/**
 * As `sendCode`, for callers who must not learn whether the account exists: the reply waits for none of it, and the
 * sends of one recipient are counted as typed. Throws RATE_LIMITED, for known and unknown alike.
 */
export async function sendCodeUnseen(app: App, input: SendCode & { typed: string }): Promise<void> {
  const now = app.clock();
  const recipient = app.secrets
    .hash('typed', input.purpose, input.typed.trim().toLowerCase())
    .toString('base64url', 0, 16);
  const key = `${recipient}|${callerOf(input.ip)}`;
  const cooldown = [{ key: `cooldown|${key}`, seconds: CODE_COOLDOWN_MS / 1000 }];
  const [asked] = await app.stores.counters.hit(app.db, cooldown, now);
  if (asked?.count === 1) {
    const [sends] = await app.stores.counters.hit(app.db, [{ key: `unseen|${key}`, seconds: 3600 }], now);
    if (sends && sends.count > CODE_SENDS_PER_HOUR) throw limited((sends.resetsAt.getTime() - now.getTime()) / 1000);
  }
  app.background.run('send code', () => sendCode(app, input));
}

/** Sends a code to the signed-in person's own address. Throws CONFLICT when there is none or nothing to verify. */
export async function sendOwnCode(
  app: App,
  caller: Caller,
  { channel, purpose }: { channel: Channel; purpose: CodePurpose },
): Promise<void> {
  const identifiers: Identifier[] = [{ kind: 'id', value: caller.userId }];
  const { outcome } = await sendCode(app, { identifiers, channel, purpose, ip: caller.ip });
  if (outcome === 'no-address') throw new FlorinError('CONFLICT', 'There is no such address on your account');
  if (outcome === 'already-verified') throw new FlorinError('CONFLICT', 'This address is verified already');
}
