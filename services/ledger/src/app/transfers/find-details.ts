import type { Memo } from '../../domain/memo.ts';
import { findMemos } from '../memos/find-memos.ts';
import type { Quote } from '../../domain/exchange.ts';
import type { Transfer } from '../../domain/posting/posting.ts';
import type { Returns } from '../../domain/returns.ts';
import type { Deps } from '../index.ts';
import { findReturns } from '../returns/find-returns.ts';

/** What is told of transfers besides themselves, by their ids; what is missing is not there. */
export interface TransferDetails {
  returns: ReadonlyMap<string, Returns>;
  /** at what an exchange was made */
  exchanges: ReadonlyMap<string, Quote>;
  memos: ReadonlyMap<string, Memo>;
}

/** The details of a page of transfers as the viewer may see them, in one read of each kind. */
export async function findDetails(
  deps: Deps,
  { transfers, viewerId }: { transfers: readonly Pick<Transfer, 'id' | 'kind'>[]; viewerId: string | null },
): Promise<TransferDetails> {
  const ids = transfers.map(({ id }) => id);
  const exchangeIds = transfers.filter(({ kind }) => kind === 'exchange').map(({ id }) => id);
  const [returns, exchanges, memos] = await Promise.all([
    findReturns(deps, ids),
    exchangeIds.length === 0 ? new Map<string, Quote>() : deps.quotes.ofTransfers(exchangeIds),
    findMemos(deps, { ids, viewerId }),
  ]);
  return { returns, exchanges, memos };
}
