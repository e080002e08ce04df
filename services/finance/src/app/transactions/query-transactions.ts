import { inTurn } from '@florin/service-kit';
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

/**
 * A page of the person's posted transactions, with wallet and category. Throws INVALID_ARGUMENT for an unknown field,
 * RATE_LIMITED to one who searches too often.
 */
export async function queryTransactions(
  deps: Pick<Deps, 'stores' | 'ledger' | 'takeTurn' | 'costlyReads'> & GiveCategories,
  { ownerId, query, scope }: QueryTransactions,
): Promise<Found<DetailedTransaction>> {
  await giveCategories(deps, ownerId);
  const read = () => deps.stores.transactions.query(ownerId, query, scope);
  const searches = query.search !== '' || Object.keys(query.contains).length > 0;
  const { rows, total } = searches
    ? await inTurn(deps.takeTurn.toSearch(ownerId), () => deps.costlyReads.run(read))
    : await read();
  return { rows: await detailTransactions(deps, rows), total };
}
