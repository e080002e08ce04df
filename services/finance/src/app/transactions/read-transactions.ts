import { notFound } from '@florin/errors';
import { intervalOf } from '../../domain/time/calendar.ts';
import type { Transaction } from '../../domain/transaction.ts';
import type { OwnerSetup } from '../owner-setup.ts';
import type { Deps } from '../ports.ts';
import type { Slice, TransactionFilter } from '../store-ports.ts';

/** An end of a span: an instant, or a whole day in the person's time zone. */
export type Edge = { instant: Date } | { day: string };

export type TransactionQuery = Omit<TransactionFilter, 'from' | 'before'> & {
  from?: Edge | undefined;
  /** included */
  to?: Edge | undefined;
};

/** The person's posted transactions, newest first. Days are those of the person's time zone. */
export function listTransactions({ db, preferences }: Deps, setup: OwnerSetup) {
  return async (ownerId: string, { from, to, ...filter }: TransactionQuery, slice: Slice): Promise<Transaction[]> => {
    await setup.categories(ownerId);
    const usesDays = [from, to].some((edge) => edge !== undefined && 'day' in edge);
    const timeZone = usesDays ? (await preferences.of(ownerId)).timeZone : 'UTC';
    const span = { from: from && startOf(from, timeZone), before: to && endOf(to, timeZone) };
    return db.stores.transactions.list(ownerId, { ...filter, ...span }, slice);
  };
}

/** One of the person's posted transactions. Throws NOT_FOUND, also for another person's. */
export function getTransaction({ db }: Deps) {
  return async (ownerId: string, id: string): Promise<Transaction> => {
    const found = await db.stores.transactions.find(ownerId, id);
    if (!found) throw notFound('Transaction');
    return found;
  };
}

/** First instant of an edge. */
export function startOf(edge: Edge, timeZone: string): Date {
  return 'instant' in edge ? edge.instant : intervalOf({ start: edge.day, end: edge.day }, timeZone).start;
}

/** First instant after an edge that is included itself. */
export function endOf(edge: Edge, timeZone: string): Date {
  if ('instant' in edge) return new Date(edge.instant.getTime() + 1);
  return intervalOf({ start: edge.day, end: edge.day }, timeZone).end;
}
