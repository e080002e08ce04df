import type { Edge } from '../../domain/time/edge.ts';
import { endOf, startOf } from '../../domain/time/edge.ts';
import type { Transaction } from '../../domain/transaction.ts';
import type { Deps } from '../index.ts';
import type { GiveCategories } from '../owners/give-categories.ts';
import { giveCategories } from '../owners/give-categories.ts';
import type { Slice } from '../ports.ts';
import type { TransactionFilter } from './ports.ts';

interface ListTransactions {
  ownerId: string;
  filter: Omit<TransactionFilter, 'from' | 'before'> & {
    from?: Edge | undefined;
    /** included */
    to?: Edge | undefined;
  };
  slice: Slice;
}

/** The person's posted transactions, newest first. Days are those of the person's time zone. */
export async function listTransactions(
  deps: Pick<Deps, 'stores' | 'preferences'> & GiveCategories,
  { ownerId, filter: { from, to, ...filter }, slice }: ListTransactions,
): Promise<Transaction[]> {
  await giveCategories(deps, ownerId);
  const usesDays = [from, to].some((edge) => edge !== undefined && 'day' in edge);
  const timeZone = usesDays ? (await deps.preferences.of(ownerId)).timeZone : 'UTC';
  const span = { from: from && startOf(from, timeZone), before: to && endOf(to, timeZone) };
  return deps.stores.transactions.list(ownerId, { ...filter, ...span }, slice);
}
