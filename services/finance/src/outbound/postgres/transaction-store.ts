import type { Knex } from 'knex';
import type { TransactionFilter, TransactionStore } from '../../app/transactions/ports.ts';
import type { Interval } from '../../domain/time/calendar.ts';
import type { CategorySum } from '../../domain/summary.ts';
import type { Transaction } from '../../domain/transaction.ts';
import { queryTransactions } from './transaction-query.ts';
import { containing, fromRow, slice, toRow } from './rows.ts';

const read = (row: Record<string, unknown>): Transaction => fromRow<Transaction>(row, ['amount']);

export function createTransactionStore(knex: Knex): TransactionStore {
  const table = () => knex<Record<string, unknown>>('transactions');
  return {
    insert: async (rows) => {
      if (rows.length === 0) return [];
      const written = await table()
        .insert(rows.map(toRow))
        .onConflict(['transfer_id', 'wallet_id'])
        .ignore()
        .returning('*');
      return written.map(read);
    },
    find: async (ownerId, id) => {
      const row = await table().where({ owner_id: ownerId, id, status: 'posted' }).first();
      return row && read(row);
    },
    list: async (ownerId, filter, cut) => {
      const query = table().where({ owner_id: ownerId, status: 'posted' });
      narrow(query, filter);
      return (await slice(query, cut, { time: 'occurred_at', order: 'desc' })).map(read);
    },
    query: (ownerId, query, scope) => queryTransactions(knex, ownerId, query, scope),
    lastCurrency: async (categoryId) => {
      const rows = table().where({ category_id: categoryId, status: 'posted' });
      return (await rows.orderBy('occurred_at', 'desc').first('currency'))?.['currency'] as string | undefined;
    },
    hasTransfer: async (transferId) => (await table().where({ transfer_id: transferId }).first('id')) !== undefined,
    lockByTransfer: async (transferId) =>
      (await table().where({ transfer_id: transferId }).orderBy('id').forUpdate()).map(read),
    byOperation: async (operationId) =>
      (await table().where({ operation_id: operationId }).orderBy('id').forUpdate()).map(read),
    update: async (ids, changes, now) => {
      if (ids.length === 0) return [];
      const rows = await table()
        .whereIn('id', ids)
        .update({ ...toRow(changes), updated_at: now })
        .returning('*');
      return rows.map(read);
    },
    sumsByCategory: (ownerId, interval, walletId) => sumsByCategory(knex, ownerId, interval, walletId),
  };
}

async function sumsByCategory(
  knex: Knex,
  ownerId: string,
  { start, end }: Interval,
  walletId: string | undefined,
): Promise<CategorySum[]> {
  const query = knex('transactions as t')
    .leftJoin('categories as c', 'c.id', 't.category_id')
    .where({ 't.owner_id': ownerId, 't.status': 'posted' })
    .whereIn('t.type', ['income', 'expense', 'debt'])
    .where('t.occurred_at', '>=', start)
    .where('t.occurred_at', '<', end)
    .groupBy('t.currency', 't.category_id', 'c.name', 't.type', 'c.icon')
    .select({
      currency: 't.currency',
      categoryId: 't.category_id',
      name: 'c.name',
      type: 't.type',
      icon: 'c.icon',
    })
    .sum({ amount: 't.amount' });
  if (walletId !== undefined) void query.where({ 't.wallet_id': walletId });
  const rows = (await query) as unknown as (Omit<CategorySum, 'amount'> & { amount: string })[];
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

function narrow(query: Knex.QueryBuilder, filter: TransactionFilter): void {
  const { walletId, categoryId, type, from, before, search } = filter;
  if (walletId !== undefined) void query.where({ wallet_id: walletId });
  if (categoryId !== undefined) void query.where({ category_id: categoryId });
  if (type !== undefined) void query.where({ type });
  if (from !== undefined) void query.where('occurred_at', '>=', from);
  if (before !== undefined) void query.where('occurred_at', '<', before);
  if (search !== undefined) void query.whereILike('description', containing(search));
}
