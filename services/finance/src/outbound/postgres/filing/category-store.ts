import type { Knex } from 'knex';
import { columns, fromRow, toRow } from '@florin/service-kit/postgres';
import type { CategoryStore } from '../../../app/categories/ports.ts';
import type { Category } from '../../../domain/category.ts';
import { BY_ORDER, containing, lastOrder, lockPairs, reorder, slice } from '../rows.ts';

const read = (row: Record<string, unknown>): Category => fromRow<Category>(row);

const COLUMNS = columns<Category>({
  id: true,
  ownerId: true,
  name: true,
  type: true,
  icon: true,
  colour: true,
  parentId: true,
  order: true,
  slug: true,
  archived: true,
  mergedInto: true,
  createdAt: true,
  updatedAt: true,
});

export function createCategoryStore(knex: Knex): CategoryStore {
  const table = () => knex<Record<string, unknown>>('categories');
  return {
    insert: async (categories) => {
      if (categories.length > 0) await table().insert(categories.map(toRow));
    },
    find: async (ownerId, id, { archived = false, lock } = {}) => {
      const query = table().where({ owner_id: ownerId, id });
      if (!archived) void query.where({ archived: false });
      if (lock === 'share') void query.forShare();
      if (lock === 'update') void query.forUpdate();
      const row = await query.first(COLUMNS);
      return row && read(row);
    },
    byIds: async (ownerId, ids, lock) => {
      const query = table().where({ owner_id: ownerId }).whereIn('id', ids);
      if (lock) void query.orderBy('id').forShare();
      return (await query.select(COLUMNS)).map(read);
    },
    lockAll: async (pairs) => (await lockPairs(knex, { table: 'categories', columns: COLUMNS }, pairs)).map(read),
    bySlugs: async (pairs) => {
      const own = pairs.map(({ ownerId, slug }) => [ownerId, slug]);
      return own.length === 0 ? [] : (await table().whereIn(['owner_id', 'slug'], own)).map(read);
    },
    list: async (ownerId, { type, search }, cut) => {
      const query = table().where({ owner_id: ownerId, archived: false });
      if (type !== undefined) void query.where({ type });
      if (search !== undefined) void query.whereILike('name', containing(search));
      return (await slice(query, cut, BY_ORDER, 'asc')).map(read);
    },
    count: async (ownerId) => {
      const row = await table().where({ owner_id: ownerId, archived: false }).count().first();
      return Number(row?.['count'] ?? 0);
    },
    lastOrder: (ownerId) => lastOrder(table().where({ owner_id: ownerId, archived: false })),
    reorder: (ownerId, ids, now) => reorder(knex, { table: 'categories', ownerId, ids, now }),
    hasChildren: async (ownerId, id) =>
      (await table().where({ owner_id: ownerId, parent_id: id, archived: false }).first('id')) !== undefined,
    moveChildren: async (ownerId, id, toParentId) => {
      await table().where({ owner_id: ownerId, parent_id: id }).update({ parent_id: toParentId });
    },
    update: async (id, changes, now) => {
      const [row] = await table()
        .where({ id })
        .update({ ...toRow(changes), updated_at: now })
        .returning('*');
      if (!row) throw new Error(`category ${id} is gone`);
      return read(row);
    },
    mergeInto: (ownerId, id, intoId, now) => mergeInto(knex, { ownerId, id, intoId, now }),
    hasName: (category, exceptId) => hasName(table(), category, exceptId),
    isUsed: async (ownerId, id) => {
      const under = { owner_id: ownerId, category_id: id };
      const rows = ['transactions', 'transaction_parts'].map((each) => knex(each).where(under).first('owner_id'));
      return (await Promise.all(rows)).some((row) => row !== undefined);
    },
  };
}

async function hasName(
  categories: Knex.QueryBuilder,
  { ownerId, name, type, parentId }: Parameters<CategoryStore['hasName']>[0],
  exceptId: string | undefined,
): Promise<boolean> {
  const same = categories
    .where({ owner_id: ownerId, type, parent_id: parentId, archived: false })
    .whereRaw('lower(name) = lower(?)', [name]);
  if (exceptId !== undefined) void same.whereNot({ id: exceptId });
  return (await same.first('id')) !== undefined;
}

interface Merge {
  ownerId: string;
  id: string;
  intoId: string;
  now: Date;
}

async function mergeInto(knex: Knex, { ownerId, id, intoId, now }: Merge): Promise<void> {
  const from = { owner_id: ownerId, category_id: id };
  await knex('transactions').where(from).update({ category_id: intoId });
  // the sums of days go by the rows as the parts find them: none may change meanwhile
  await knex('transactions')
    .whereIn('id', knex('transaction_parts').where(from).select('transaction_id'))
    .orderBy('id')
    .forUpdate()
    .select('id');
  await knex('transaction_parts').where(from).update({ category_id: intoId });
  await knex('budgets')
    .where({ owner_id: ownerId })
    .whereRaw('? = any(category_ids)', [id])
    .update({
      category_ids: knex.raw('array(select distinct unnest(array_replace(category_ids, ?, ?)) order by 1)', [
        id,
        intoId,
      ]),
    });
  await knex('recurring_transactions').where(from).update({ category_id: intoId });
  await knex('categories').where({ owner_id: ownerId, merged_into: id }).update({ merged_into: intoId });
  await knex('categories')
    .where({ owner_id: ownerId, id })
    .update({ merged_into: intoId, archived: true, updated_at: now });
}
