import type { Device } from '../../domain/session.ts';
import { canOpenBy, addressOf, type User, type Channel } from '../../domain/user.ts';
import { lockCodes, stateOf, redeemCode } from '../codes/redeem-code.ts';
import type { CodeRefusal } from '../codes/try-code.ts';
import { openGuessBudget } from '../guesses/guess-budget.ts';
import type { Deps } from '../index.ts';
import { RESET_KIND } from './start-reset.ts';

const RESET_TRIES = 20;

export type VerifyResetResult = { outcome: 'ok' | CodeRefusal; user?: User | undefined };

/** Second step: the code, which is used up. A token that is unknown or lapsed gives `none`. */
export function verifyReset(
  deps: Deps,
  { token, code, device }: { token: string; code: string; device: Device },
): Promise<VerifyResetResult> {
  const tokenHash = deps.secrets.hashToken(token);
  const use = 'password-reset';
  return deps.transact(async (tx) => {
    const found = await deps.challenges.find(tx, tokenHash);
    const user = found?.userId == null ? undefined : await deps.users.lock(tx, found.userId);
    const open = { tokenHash, kind: RESET_KIND, now: deps.clock(), maximumTries: RESET_TRIES };
    const challenge = user && (await deps.challenges.takeTry(tx, open));
    if (!challenge) return { outcome: 'none' };
    const channel = challenge.data['channel'] as Channel;
    const address = canOpenBy(user, channel) ? addressOf(user, channel) : null;
    if (address === null) return { outcome: 'no-address', user };
    const rows = await lockCodes(deps, tx, { userId: user.id, use, address });
    const state = stateOf(deps, rows, use);
    if (state !== 'live') return { outcome: state, user };
    const budget = await openGuessBudget(deps, { user, identifier: user.id, device }, tx);
    const outcome = await redeemCode(deps, tx, { user, use, rows, code, budget });
    if (outcome === 'ok') await deps.challenges.setData(tx, tokenHash, { channel, address, verified: true });
    return { outcome, user };
  });
}
