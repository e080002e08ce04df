import { isSecondKey } from '../../domain/ledger/exchange.ts';

/** What the ledger answered: transfer ids by key of the posting, and the account of a wallet that was opened. */
export interface Posted {
  transferIds: Map<string, string>;
  accountId?: string;
}

/** Transfers that no row is named after: those of the ends in another currency. */
export function secondsOf(transferIds: Posted['transferIds']): string[] {
  return [...transferIds].flatMap(([key, id]) => (isSecondKey(key) ? id : []));
}
