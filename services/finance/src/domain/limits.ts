import { FlorinError } from '@florin/errors';

/** How many a person may have. Balances of all wallets fit one call to the ledger (500 accounts). */
export const MAX_WALLETS = 200;
/** Wallets the ledger's accounts in further currencies brought with them come on top. */
export const MAX_LISTED_WALLETS = 450;
export const MAX_CATEGORIES = 500;
export const MAX_TAGS = 500;
export const MAX_BUDGETS = 1_000;
export const MAX_RECURRING = 1_000;
export const MAX_GOALS = 100;
export const MAX_RULES = 200;
/** of a wallet, with invitations */
export const MAX_MEMBERS = 20;
export const MAX_OPEN_INVITATIONS = 50;
/** wallets of others that are shared with one person */
export const MAX_SHARED_WITH = 50;

/** Throws LIMIT_EXCEEDED when there are `maximum` already. */
export function requireRoom(count: number, maximum: number, what: string): void {
  if (count < maximum) return;
  throw new FlorinError('LIMIT_EXCEEDED', `There are at most ${maximum} ${what}`, { meta: { maximum } });
}
