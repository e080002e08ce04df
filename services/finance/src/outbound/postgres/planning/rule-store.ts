import { fromRow, toRow } from '@florin/service-kit/postgres';
import type { Knex } from 'knex';
import type { FiledRow, RuleStore } from '../../../app/rules/ports.ts';
import type { CategoryType } from '../../../domain/category.ts';
import type { Rule, RuleRun } from '../../../domain/rules/rule.ts';
import { BY_ORDER, lastOrder, reorder, slice } from '../rows.ts';

type Row = Record<string, unknown>;
const read = (row: Row): Rule => fromRow<Rule>(row);

/** Arrays and objects are JSON here. */
const columnsOf = ({ conditions, actions, ...rest }: Partial<Rule>): Row => ({
  ...toRow(rest),
  ...(conditions && { conditions: JSON.stringify(conditions) }),
  ...(actions && { actions: JSON.stringify(actions) }),
});

const BY_DAY = [
  ['date', 'date'],
  ['occurred_at', 'timestamptz'],
  ['id', 'uuid'],
] as const;

export function createRuleStore(knex: Knex): RuleStore {
  const table = () => knex<Row>('rules');
  const runs = () => knex<Row>('rule_runs');
  return {
    insert: async (rule) => {
      await table().insert(columnsOf(rule));
    },
    find: async (ownerId, id, lock) => {
      const query = table().where({ owner_id: ownerId, id });
      if (lock) void query.forUpdate();
      const row = await query.first();
      return row && read(row);
    },
    byIds: async (ownerId, ids) => (await table().where({ owner_id: ownerId }).whereIn('id', ids)).map(read),
    list: async (ownerId, { enabled }, cut) => {
      const query = table().where({ owner_id: ownerId });
      if (enabled !== undefined) void query.where({ enabled });
      return (await slice(query, cut, BY_ORDER, 'asc')).map(read);
    },
    count: async (ownerId) => Number((await table().where({ owner_id: ownerId }).count().first())?.['count'] ?? 0),
    lastOrder: (ownerId) => lastOrder(table().where({ owner_id: ownerId })),
    reorder: (ownerId, ids, now) => reorder(knex, { table: 'rules', ownerId, ids, now }),
    update: async (id, changes, now) => {
      const [row] = await table()
        .where({ id })
        .update({ ...columnsOf(changes), updated_at: now })
        .returning('*');
      if (!row) throw new Error(`rule ${id} is gone`);
      return read(row);
    },
    remove: async (ownerId, id) => {
      await table().where({ owner_id: ownerId, id }).delete();
    },
    categoryTypes: async (ownerId, ids) => {
      const rows = await knex<Row>('categories')
        .where({ owner_id: ownerId, archived: false })
        .whereIn('id', ids)
        .select('id', 'type');
      return new Map(rows.map((row) => [row['id'] as string, row['type'] as CategoryType]));
    },
    rows: (ownerId, days, cut) => rowsOf(knex, ownerId, days, cut),
    tagsOf: (ownerId, ids) => tagsOf(knex, ownerId, ids),
    insertRun: async ({ groups, ...run }) => {
      await runs().insert({ ...toRow(run), groups: JSON.stringify(groups) });
    },
    findRun: async (ownerId, id) => {
      const row = await runs().where({ owner_id: ownerId, id }).first();
      return row && fromRow<RuleRun>(row);
    },
    saveGroups: async ({ id, groups }) => {
      await runs()
        .where({ id })
        .update({ groups: JSON.stringify(groups) });
    },
    forgetRunsBefore: async (time, limit) => {
      const old = runs().where('undo_until', '<', time).orderBy('undo_until').limit(limit);
      return runs().whereIn('id', old.select('id')).delete();
    },
  };
}

/** only whether there are any is looked at */
const SOME: FiledRow['splits'] = [{ categoryId: '', amount: 0n, description: '' }];

async function rowsOf(
  knex: Knex,
  ownerId: string,
  days: { from?: string | undefined; to?: string | undefined },
  cut: Parameters<RuleStore['rows']>[2],
) {
  const query = knex<Row>('transactions').where({ owner_id: ownerId, status: 'posted' });
  if (days.from !== undefined) void query.where('date', '>=', days.from);
  if (days.to !== undefined) void query.where('date', '<=', days.to);
  void query.select(
    ...['id', 'date', 'occurred_at', 'type', 'wallet_id', 'amount', 'currency', 'description', 'counterparty_id'],
    'category_id',
    'split',
  );
  const found: Row[] = await slice(query, cut, BY_DAY, 'desc');
  return found.map((row): FiledRow => {
    return {
      id: row['id'] as string,
      date: row['date'] as string,
      occurredAt: row['occurred_at'] as Date,
      type: row['type'] as FiledRow['type'],
      walletId: row['wallet_id'] as string,
      amount: BigInt(row['amount'] as string),
      currency: row['currency'] as string,
      description: row['description'] as string,
      counterpartyId: row['counterparty_id'] as string | null,
      categoryId: row['category_id'] as string | null,
      tags: [],
      splits: row['split'] === true ? SOME : [],
    };
  });
}

async function tagsOf(knex: Knex, ownerId: string, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await knex<Row>('transaction_tags as one')
    .join('tags as tag', { 'tag.owner_id': 'one.owner_id', 'tag.id': 'one.tag_id' })
    .where({ 'one.owner_id': ownerId })
    .whereRaw('one.transaction_id = any(?)', [[...ids]])
    .groupBy('one.transaction_id')
    .select('one.transaction_id as id', knex.raw('array_agg(tag.name order by lower(tag.name)) as tags'));
  return new Map(rows.map((row: Row) => [row['id'] as string, row['tags'] as string[]]));
}
