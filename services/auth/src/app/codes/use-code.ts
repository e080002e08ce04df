import type { Device, SessionSpec } from '../../domain/session.ts';
import type { Channel, User } from '../../domain/user.ts';
import { addressOf, isAddressVerified } from '../../domain/user.ts';
import { openLane } from '../abuse/guard.ts';
import { findAccount } from '../accounts/identifiers.ts';
import { markVerified } from '../accounts/verify-contact.ts';
import { factorsOf } from '../factors/second-factor.ts';
import type { App, Identifier, Lane } from '../ports.ts';
import type { Opened } from '../sessions/open-session.ts';
import { openSession } from '../sessions/open-session.ts';
import type { CodeOutcome, CodeUse } from './redeem-code.ts';
import { peekCode, redeemCode } from './redeem-code.ts';

export interface CodeInput {
  identifiers: readonly Identifier[];
  typed: string;
  channel: Channel;
  code: string;
  device: Device;
  /** this API tells whether a code is out */
  published?: boolean;
}

type Refusal = Exclude<CodeOutcome, 'ok'> | 'unknown-user' | 'terminated' | 'no-address';

export type Subject =
  | { refusal: null; user: User | undefined; lane: Lane; address: string }
  | { refusal: 'terminated' | 'no-address' | 'none' | 'expired'; user: User };

/**
 * The account a code is for, and its guess budget. For an account that is not there the work is the same. `published`
 * is for APIs that tell anyway whether a code is out: they do so before the budget, for nothing is guessed then.
 */
export async function codeSubject(
  app: App,
  { identifiers, typed, channel, device, published }: Omit<CodeInput, 'code'>,
  use: CodeUse,
): Promise<Subject> {
  const user = await findAccount(app, identifiers);
  const address = user ? addressOf(user, channel) : null;
  if (user && published === true) {
    if (user.status === 'terminated') return { refusal: 'terminated', user };
    if (address === null) return { refusal: 'no-address', user };
    const state = await peekCode(app, { userId: user.id, use, address });
    if (state !== 'live') return { refusal: state, user };
  }
  const lane = await openLane(app, { user, identifier: typed.trim().toLowerCase(), device });
  if (user?.status === 'terminated') return { refusal: 'terminated', user };
  if (user && address === null) return { refusal: 'no-address', user };
  return { refusal: null, user, lane, address: address ?? '' };
}

/** Looks whether a code is right, without using it up. A wrong one counts as a try. */
export async function checkCode(
  app: App,
  input: CodeInput & { use: CodeUse },
): Promise<{ outcome: 'ok' | Refusal; user?: User | undefined }> {
  const { use, code } = input;
  const subject = await codeSubject(app, input, use);
  if (subject.refusal) return { outcome: subject.refusal, user: subject.user };
  const { user, lane, address } = subject;
  const { outcome } = await redeemCode(app, { user, use, address, code, lane, consume: false });
  return { outcome: user ? outcome : 'unknown-user', user };
}

export type VerifyResult =
  | { outcome: 'ok'; user: User; opened: Opened | null }
  | { outcome: Refusal | 'already-verified' | 'second-factor' | 'frozen'; user?: User | undefined };

/**
 * Verifies an address by its code and, with `spec`, signs the person in by it. An account with 2FA on can't be signed
 * in this way: `second-factor`. The code is used up only when all of it happens.
 */
export async function verifyContact(
  app: App,
  input: CodeInput & { spec?: SessionSpec | undefined; refuseVerified: boolean },
): Promise<VerifyResult> {
  const { channel, code, spec, device } = input;
  const already = input.refuseVerified && (await findAccount(app, input.identifiers));
  if (already && isAddressVerified(already, channel)) return { outcome: 'already-verified', user: already };
  const use = channel === 'email' ? 'verify-email' : 'verify-mobile';
  const subject = await codeSubject(app, input, use);
  if (subject.refusal) return { outcome: subject.refusal, user: subject.user };
  const { user, lane, address } = subject;
  if (user && input.spec) {
    if (user.status === 'frozen') return { outcome: 'frozen', user };
    if ((await factorsOf(app, user)).length > 0) return { outcome: 'second-factor', user };
  }
  const done = await redeemCode(app, { user, use, address, code, lane }, async (unit, current) => {
    const verified = await markVerified(app, unit, { user: current, channel, ip: device.ip });
    const opened = spec ? await openSession(app, unit, { user: verified, spec, amr: ['otp'] }) : null;
    return { user: verified, opened };
  });
  if (done.outcome === 'ok' && done.value) return { outcome: 'ok', ...done.value };
  return { outcome: user ? (done.outcome === 'ok' ? 'none' : done.outcome) : 'unknown-user', user };
}
