import type { Knex } from 'knex';
import type { BudgetStore } from '../../app/budgets/ports.ts';
import type { Budget } from '../../domain/budget.ts';
import { fromRow, slice, toRow } from './rows.ts';

const read = (row: Record<string, unknown>): Budget => fromRow<Budget>(row, ['amount']);

export function createBudgetStore(knex: Knex): BudgetStore {
  const table = () => knex<Record<string, unknown>>('budgets');
  return {
    insert: async (budget) => {
      await table().insert(toRow(budget));
    },
    find: async (ownerId, id, lock) => {
      const query = table().where({ owner_id: ownerId, id });
      if (lock) void query.forUpdate();
      const row = await query.first();
      return row && read(row);
    },
    list: async (ownerId, { categoryId }, cut) => {
      const query = table().where({ owner_id: ownerId });
      if (categoryId !== undefined) void query.where({ category_id: categoryId });
      return (await slice(query, cut, { time: 'created_at', order: 'asc' })).map(read);
    },
    count: async (ownerId) => {
      const row = await table().where({ owner_id: ownerId }).count().first();
      return Number(row?.['count'] ?? 0);
    },
    lockByCategories: async (categoryIds) =>
      (await table().whereIn('category_id', categoryIds).orderBy('id').forUpdate()).map(read),
    update: async (id, changes, now) => {
      const [row] = await table()
        .where({ id })
        .update({ ...toRow(changes), updated_at: now })
        .returning('*');
      if (!row) throw new Error(`budget ${id} is gone`);
      return read(row);
    },
    remove: async (id) => {
      await table().where({ id }).delete();
    },
    spent: async (spans) => {
      if (spans.length === 0) return new Map();
      const { rows } = await knex.raw<{ rows: { budget_id: string; spent: string }[] }>(SPENT, [
        spans.map(({ budgetId }) => budgetId),
        spans.map(({ categoryId }) => categoryId),
        spans.map(({ currency }) => currency),
        spans.map(({ interval }) => interval.start.toISOString()),
        spans.map(({ interval }) => interval.end.toISOString()),
      ]);
      return new Map(rows.map((row) => [row.budget_id, BigInt(row.spent)]));
    },
  };
}

const SPENT = `
  select span.budget_id, coalesce(sum(t.amount), 0) as spent
  from unnest(?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[])
    as span (budget_id, category_id, currency, starts, ends)
  join categories c on c.id = span.category_id
  left join transactions t
    on t.category_id = span.category_id and t.status = 'posted' and t.type = c.type and t.currency = span.currency
    and t.occurred_at >= span.starts and t.occurred_at < span.ends
  group by span.budget_id`;
