import { inTurn } from '@florin/service-kit';
import type { Transaction } from '../../domain/transaction.ts';
import type { Deps } from '../index.ts';
import { giveCategories, type GiveCategories } from '../owners/give-categories.ts';
import type { Slice } from '../ports.ts';
import type { TransactionFilter } from './ports.ts';

interface ListTransactions {
  ownerId: string;
  /** whose turn a search takes, when it is not the owner's */
  actorId?: string | undefined;
  filter: TransactionFilter;
  slice: Slice;
}

/** The person's posted transactions, latest day first. Throws RATE_LIMITED to one who searches too often. */
export async function listTransactions(
  deps: Pick<Deps, 'stores' | 'takeTurn' | 'costlyReads'> & GiveCategories,
  { ownerId, actorId = ownerId, filter, slice }: ListTransactions,
): Promise<Transaction[]> {
  await giveCategories(deps, ownerId);
  const read = () => deps.stores.transactions.list(ownerId, filter, slice);
  const { search, amountMin, amountMax, anyTags, allTags } = filter;
  const isSearch = [search, amountMin, amountMax, anyTags, allTags].some((each) => each !== undefined);
  if (!isSearch) return read();
  return inTurn(deps.takeTurn.toSearch(actorId), () => deps.costlyReads.run(read));
}
