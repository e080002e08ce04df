import type { Deps } from '../index.ts';
import { freezeWithOwner } from './set-user-frozen.ts';
import { getHoldings, type Holdings } from './get-holdings.ts';
import { payOutAll, type PayOut } from './pay-out.ts';

/**
 * Begins to close a person's account: pays out what is there, if asked to, stops every posting from and to the person, and
 * tells what is left. Nothing comes in after that, until the account is closed (endUser) or stays (abandonClosing). Throws as
 * payOutAll does.
 */
export async function beginClosing(
  deps: Deps,
  { userId, payOut }: { userId: string; payOut: PayOut | undefined },
): Promise<Holdings> {
  if (payOut) await payOutAll(deps, userId, payOut);
  const marked = await deps.transact.run((tx) => deps.users.markClosing(tx, userId, tx.now));
  if (marked) await freezeWithOwner(deps, userId, true);
  return getHoldings(deps, userId);
}
