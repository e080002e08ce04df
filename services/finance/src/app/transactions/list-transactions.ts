import type { Transaction } from '../../domain/transaction.ts';
import type { Deps } from '../index.ts';
import { giveCategories, type GiveCategories } from '../owners/give-categories.ts';
import type { Slice } from '../ports.ts';
import type { TransactionFilter } from './ports.ts';

interface ListTransactions {
  ownerId: string;
  filter: TransactionFilter;
  slice: Slice;
}

/** The person's posted transactions, latest day first. */
export async function listTransactions(
  deps: Pick<Deps, 'stores'> & GiveCategories,
  { ownerId, filter, slice }: ListTransactions,
): Promise<Transaction[]> {
  await giveCategories(deps, ownerId);
  return deps.stores.transactions.list(ownerId, filter, slice);
}
