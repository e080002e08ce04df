import type { Device } from '../../domain/session.ts';
import { addressOf, canOpenBy, isAddressVerified, type Channel, type User } from '../../domain/user.ts';
import { lockAccount } from '../accounts/find-account.ts';
import type { Identifier } from '../accounts/ports.ts';
import { openGuessBudget } from '../guesses/guess-budget.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { lockCodes, redeemCode, stateOf, type CodeOutcome, type CodeUse } from './redeem-code.ts';

export interface CodeInput {
  identifiers: readonly Identifier[];
  typed: string;
  channel: Channel;
  code: string;
  device: Device;
  /** this API tells whether a code is out: it does so before the guess budget, for nothing is guessed then */
  published?: boolean;
}

export interface TryCode<Refusal extends string, T> extends CodeInput {
  use: CodeUse;
  /** false looks and does not use it up */
  consume?: boolean;
  /** whose session the request comes in, if any */
  sessionUserId?: string | undefined;
  /** refuses an address that is proven already */
  refuseVerified?: boolean;
  /** why this account can't use the code at all; asked before it is tried */
  refuse?: (user: User, tx: Tx) => Promise<Refusal | undefined>;
  /** what the code opens; when it throws, the code stays good */
  effect?: (user: User, tx: Tx) => Promise<T>;
}

export type CodeRefusal =
  Exclude<CodeOutcome, 'ok'> | 'unknown-user' | 'terminated' | 'no-address' | 'already-verified';

export type Tried<Refusal extends string, T> =
  { outcome: 'ok'; user: User; value: T | undefined } | { outcome: CodeRefusal | Refusal; user?: User | undefined };

/**
 * Finds the account a code is for and tries the code, in one transaction that reads the person once and their codes
 * once. For an account that is not there the work is the same.
 */
export function tryCode<Refusal extends string = never, T = undefined>(
  deps: Deps,
  input: TryCode<Refusal, T>,
): Promise<Tried<Refusal, T>> {
  const { use, code, device, consume } = input;
  return deps.transact(async (tx) => {
    const user = await lockAccount(deps, tx, input.identifiers);
    const address = user && usableAddress(user, input);
    if (user && input.refuseVerified && isAddressVerified(user, input.channel)) {
      return { outcome: 'already-verified', user };
    }
    if (user && input.published && user.status === 'terminated') return { outcome: 'terminated', user };
    if (user && input.published && address === null) return { outcome: 'no-address', user };
    const rows = await lockCodes(deps, tx, { userId: user?.id, use, address: address ?? '' });
    const state = stateOf(deps, rows, use);
    if (user && input.published && state !== 'live') return { outcome: state, user };
    const budget = await openGuessBudget(deps, { user, identifier: input.typed.trim().toLowerCase(), device }, tx);
    if (user?.status === 'terminated') return { outcome: 'terminated', user };
    if (user && address === null) return { outcome: 'no-address', user };
    const refused = user && (await input.refuse?.(user, tx));
    if (refused !== undefined) return { outcome: refused, user };
    const outcome = await redeemCode(deps, tx, { user, use, rows, code, budget, consume });
    if (!user) return { outcome: 'unknown-user' };
    if (outcome !== 'ok') return { outcome, user };
    return { outcome, user, value: await input.effect?.(user, tx) };
  });
}

/** The address the code went to; null when the account has none, or none that may open it. */
function usableAddress(
  user: User,
  { channel, sessionUserId }: Pick<TryCode<string, unknown>, 'channel' | 'sessionUserId'>,
) {
  return sessionUserId === user.id || canOpenBy(user, channel) ? addressOf(user, channel) : null;
}
