import type { Found, Query } from '../../domain/query.ts';
import type { Deps } from '../index.ts';
import { giveCategories, type GiveCategories } from '../owners/give-categories.ts';
import { detailTransactions, type DetailedTransaction } from './detail-transactions.ts';
import type { TransactionScope } from './ports.ts';

interface QueryTransactions {
  ownerId: string;
  query: Query;
  scope: TransactionScope;
}

/** A page of the person's posted transactions, with wallet and category. Throws INVALID_ARGUMENT for an unknown field. */
export async function queryTransactions(
  deps: Pick<Deps, 'stores' | 'ledger'> & GiveCategories,
  { ownerId, query, scope }: QueryTransactions,
): Promise<Found<DetailedTransaction>> {
  await giveCategories(deps, ownerId);
  const { rows, total } = await deps.stores.transactions.query(ownerId, query, scope);
  return { rows: await detailTransactions(deps, rows), total };
}
