import { FlorinError } from '@florin/errors';
import type { Device } from '../../domain/session.ts';
import type { Channel, User } from '../../domain/user.ts';
import { addressOf } from '../../domain/user.ts';
import { openLane } from '../abuse/guard.ts';
import { peekCode, redeemCode } from '../codes/redeem-code.ts';
import type { SendCode, SendCodeResult } from '../codes/send-code.ts';
import { sendCode } from '../codes/send-code.ts';
import type { App } from '../ports.ts';
import type { PasswordPolicy } from './policy.ts';
import { apply, prepare } from './reset-password.ts';
import type { ResetResult } from './reset-password.ts';

const KIND = 'password-reset';
const LIFETIME_MS = 15 * 60_000;
const TRIES = 20;

/** First step of a reset bound to one client: sends the code, and gives the token that the next steps need. */
export async function startReset(
  app: App,
  input: Omit<SendCode, 'purpose'>,
): Promise<{ result: SendCodeResult; token: string | null }> {
  const result = await sendCode(app, { ...input, purpose: 'password-reset' });
  if (result.outcome !== 'sent') return { result, token: null };
  const token = app.secrets.newToken();
  const now = app.clock();
  await app.stores.challenges.insert(app.db, {
    tokenHash: app.secrets.hashToken(token),
    kind: KIND,
    userId: result.user.id,
    data: { channel: input.channel, verified: false },
    tries: 0,
    createdAt: now,
    expiresAt: new Date(now.getTime() + LIFETIME_MS),
    usedAt: null,
  });
  return { result, token };
}

/** Second step: the code, which is used up. A token that is unknown or lapsed answers `none`. */
export async function verifyReset(
  app: App,
  { token, code, device }: { token: string; code: string; device: Device },
): Promise<ResetResult> {
  const tokenHash = app.secrets.hashToken(token);
  const open = { tokenHash, kind: KIND, now: app.clock(), mostTries: TRIES };
  const challenge = await app.stores.challenges.takeTry(app.db, open);
  const user = challenge && (await owner(app, challenge.userId));
  if (!user) return { outcome: 'none' };
  const channel = challenge.data['channel'] as Channel;
  const address = addressOf(user, channel) ?? '';
  const state = await peekCode(app, { userId: user.id, use: 'password-reset', address });
  if (state !== 'live') return { outcome: state, user };
  const lane = await openLane(app, { user, identifier: user.id, device });
  const done = await redeemCode(app, { user, use: 'password-reset', address, code, lane }, async (unit) => {
    await app.stores.challenges.setData(unit.trx, tokenHash, { channel, verified: true });
  });
  return done.outcome === 'ok' ? { outcome: 'ok', user } : { outcome: done.outcome, user };
}

/** Third step: the password. `none` unless the code was given with this token. */
export async function finishReset(
  app: App,
  { token, password, policy, device }: { token: string; password: string; policy: PasswordPolicy; device: Device },
): Promise<ResetResult> {
  const prepared = await prepare(app, { password, policy });
  const tokenHash = app.secrets.hashToken(token);
  const challenge = await app.stores.challenges.find(app.db, tokenHash);
  const good = challenge?.kind === KIND && challenge.data['verified'] === true && challenge.expiresAt > app.clock();
  if (!good || challenge.userId === null) return { outcome: 'none' };
  const { userId } = challenge;
  const channel = challenge.data['channel'] as Channel;
  return app.unit(async (unit) => {
    const user = await app.stores.users.lock(unit.trx, userId);
    if (!user || user.status === 'terminated') return { outcome: 'terminated', user };
    if (!(await app.stores.challenges.use(unit.trx, tokenHash, app.clock()))) return { outcome: 'none' };
    return { outcome: 'ok', user: await apply(app, unit, { user, password, policy, ...prepared, channel, device }) };
  });
}

async function owner(app: App, userId: string | null): Promise<User> {
  const user = userId === null ? undefined : await app.stores.users.find(app.db, { kind: 'id', value: userId });
  if (!user) throw new FlorinError('NOT_FOUND', 'The account is not there');
  return user;
}
