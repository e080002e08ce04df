import type { Deps } from '../index.ts';
import { getAccount, type OwnAccount } from './get-account.ts';
import type { AccountDetails } from './ports.ts';

/**
 * The balance as it was at an instant (by default now), entries of that very millisecond included. `posted` is minor
 * units. NOT_FOUND for another's account.
 */
export async function getBalance(
  deps: Deps,
  { at = deps.clock(), ...own }: OwnAccount & { at: Date | undefined },
): Promise<{ account: AccountDetails; posted: bigint; at: Date }> {
  const account = await getAccount(deps, own);
  return { account, at, posted: await deps.entries.balanceAt(account.id, at) };
}
