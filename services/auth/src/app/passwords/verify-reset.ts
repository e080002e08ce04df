import { FlorinError } from '@florin/errors';
import type { Device } from '../../domain/session.ts';
import { addressOf } from '../../domain/user.ts';
import type { Channel, User } from '../../domain/user.ts';
import { peekCode } from '../codes/peek-code.ts';
import { redeemCode } from '../codes/redeem-code.ts';
import type { RedeemCodeNeeds } from '../codes/redeem-code.ts';
import { openGuessBudget } from '../guesses/guess-budget.ts';
import type { Deps } from '../index.ts';
import type { ResetResult } from './reset-password.ts';
import { RESET_KIND } from './start-reset.ts';

type Needs = Pick<Deps, 'challenges' | 'clock' | 'db' | 'secrets' | 'users'> & RedeemCodeNeeds;

const RESET_TRIES = 20;

/** Second step: the code, which is used up. A token that is unknown or lapsed answers `none`. */
export async function verifyReset(
  deps: Needs,
  { token, code, device }: { token: string; code: string; device: Device },
): Promise<ResetResult> {
  const tokenHash = deps.secrets.hashToken(token);
  const open = { tokenHash, kind: RESET_KIND, now: deps.clock(), maximumTries: RESET_TRIES };
  const challenge = await deps.challenges.takeTry(deps.db, open);
  const user = challenge && (await owner(deps, challenge.userId));
  if (!user) return { outcome: 'none' };
  const channel = challenge.data['channel'] as Channel;
  const address = addressOf(user, channel) ?? '';
  const state = await peekCode(deps, { userId: user.id, use: 'password-reset', address });
  if (state !== 'live') return { outcome: state, user };
  const budget = await openGuessBudget(deps, { user, identifier: user.id, device });
  const done = await redeemCode(deps, { user, use: 'password-reset', address, code, budget }, async (tx) => {
    await deps.challenges.setData(tx, tokenHash, { channel, verified: true });
  });
  return done.outcome === 'ok' ? { outcome: 'ok', user } : { outcome: done.outcome, user };
}

async function owner(deps: Needs, userId: string | null): Promise<User> {
  const user = userId === null ? undefined : await deps.users.find(deps.db, { kind: 'id', value: userId });
  if (!user) throw new FlorinError('NOT_FOUND', 'The account is not there');
  return user;
}
