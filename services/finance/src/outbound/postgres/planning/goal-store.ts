import { fromRow, toRow } from '@florin/service-kit/postgres';
import type { Knex } from 'knex';
import type { GoalStore } from '../../../app/goals/ports.ts';
import type { Goal } from '../../../domain/goals/goal.ts';
import type { Wallet } from '../../../domain/wallet.ts';
import { BY_CREATION, slice } from '../rows.ts';

type Row = Record<string, unknown>;
const read = (row: Row): Goal => fromRow<Goal>(row, ['target']);

export function createGoalStore(knex: Knex): GoalStore {
  const table = () => knex<Row>('goals');
  return {
    insert: async (goal) => {
      await table().insert(toRow(goal));
    },
    find: async (ownerId, id, lock) => {
      const query = table().where({ owner_id: ownerId, id });
      if (lock) void query.forUpdate();
      const row = await query.first();
      return row && read(row);
    },
    list: async (ownerId, { status }, cut) => {
      const query = table().where({ owner_id: ownerId });
      if (status !== undefined) void query.where({ status });
      return (await slice(query, cut, BY_CREATION, 'asc')).map(read);
    },
    count: async (ownerId) => {
      const row = await table().where({ owner_id: ownerId }).whereNot({ status: 'closed' }).count().first();
      return Number(row?.['count'] ?? 0);
    },
    update: async (id, changes, now) => {
      const [row] = await table()
        .where({ id })
        .update({ ...toRow(changes), updated_at: now })
        .returning('*');
      if (!row) throw new Error(`goal ${id} is gone`);
      return read(row);
    },
    closeArchived: async (ownerId, now) => {
      const archived = knex('wallets').where({ owner_id: ownerId, status: 'archived' }).whereNotNull('goal_id');
      await table()
        .where({ owner_id: ownerId })
        .whereNot({ status: 'closed' })
        .whereIn('wallet_id', archived.select('id'))
        .update({ status: 'closed', updated_at: now });
    },
    wallets: async (ownerId, goals, lock) => {
      const ids = goals.map(({ walletId }) => walletId);
      const query = knex<Row>('wallets').where({ owner_id: ownerId }).whereIn('id', ids).orderBy('id');
      if (lock) void query.forUpdate();
      return (await query).map((row) => fromRow<Wallet>(row, ['creditLimit']));
    },
    moved: async (ownerId, walletIds, since) => {
      const rows = await knex('daily_moves')
        .where({ owner_id: ownerId })
        .where('date', '>=', since)
        .whereIn('wallet_id', walletIds)
        .groupBy('wallet_id')
        .select<{ wallet_id: string; amount: string }[]>('wallet_id', knex.raw('sum(amount)::text as amount'));
      return new Map(rows.map((row) => [row.wallet_id, BigInt(row.amount)]));
    },
  };
}
