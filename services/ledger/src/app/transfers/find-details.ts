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
}

/** The details of a page of transfers, in one read of each kind. */
export async function findDetails(
  deps: Pick<Deps, 'transfers' | 'quotes'>,
  transfers: readonly Pick<Transfer, 'id' | 'kind'>[],
): Promise<TransferDetails> {
  const exchangeIds = transfers.filter(({ kind }) => kind === 'exchange').map(({ id }) => id);
  const [returns, exchanges] = await Promise.all([
    findReturns(
      deps,
      transfers.map(({ id }) => id),
    ),
    exchangeIds.length === 0 ? new Map<string, Quote>() : deps.quotes.ofTransfers(exchangeIds),
  ]);
  return { returns, exchanges };
}
