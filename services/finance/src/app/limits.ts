import { FlorinError } from '@florin/errors';

/** Most a person may have. Balances of all wallets fit one call to the ledger (500 accounts). */
export const MOST_WALLETS = 200;
/** Wallets the ledger's accounts in further currencies brought with them come on top. */
export const MOST_LISTED = 450;
export const MOST_CATEGORIES = 500;
export const MOST_BUDGETS = 1_000;

/** Throws LIMIT_EXCEEDED when there are `most` already. */
export function requireRoom(count: number, most: number, what: string): void {
  if (count >= most) throw new FlorinError('LIMIT_EXCEEDED', `There are at most ${most} ${what}`, { meta: { most } });
}
