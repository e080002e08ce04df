import type { Knex } from 'knex';
import type { Slice } from '../../../app/ports.ts';
import type { TransactionFilter } from '../../../app/transactions/ports.ts';
import type { Edge } from '../../../domain/time/edge.ts';
import type { Transaction } from '../../../domain/transaction.ts';
import { slice } from '../rows.ts';
import { amountText, mayBeAmount, partsOf } from '../transaction-query.ts';
import { labelsOf, readTransaction } from './label-query.ts';

const BY_DAY = [
  ['date', 'date'],
  ['occurred_at', 'timestamptz'],
  ['id', 'uuid'],
] as const;

type Narrow = (rows: Knex.QueryBuilder) => unknown;
type Categories = NonNullable<TransactionFilter['categoryId']>;

/** With those that stand under them, as summaries and budgets count them. */
async function withChildren(
  knex: Knex,
  ownerId: string,
  categoryId: Categories | undefined,
): Promise<Categories | undefined> {
  const ids = categoryId?.filter((id) => id !== null) ?? [];
  if (!categoryId || ids.length === 0) return categoryId;
  const children = knex('categories').where({ owner_id: ownerId }).whereIn('parent_id', ids).pluck<string[]>('id');
  return [...new Set([...categoryId, ...(await children)])];
}

/** Posted rows that match, latest day first. */
export async function listTransactions(
  knex: Knex,
  ownerId: string,
  filter: TransactionFilter,
  cut: Slice,
): Promise<Transaction[]> {
  const branches = underCategories(ownerId, await withChildren(knex, ownerId, filter.categoryId)).map((narrowed) => {
    const rows = knex('transactions').where({ owner_id: ownerId, status: 'posted' });
    narrow(knex, rows, ownerId, filter);
    narrowed(rows);
    return slice(rows, cut, BY_DAY, 'desc');
  });
  const [first, ...more] = branches;
  const all = first && more.length > 0 ? knex.queryBuilder().unionAll(branches, true) : first;
  const page = knex
    .from(all?.as('transactions') ?? 'transactions')
    .select('transactions.*', knex.raw(labelsOf('transactions')));
  const rows = (await slice(page, { limit: cut.limit }, BY_DAY, 'desc')) as Record<string, unknown>[];
  return rows.map(readTransaction);
}

/**
 * Rows under any of the categories: those whose own or largest part's it is, which an index finds, and those that have a
 * smaller part there. Two lists with an order of their own each: as alternatives of one they would be looked for row by row.
 */
function underCategories(ownerId: string, categoryId: Categories | undefined): Narrow[] {
  if (categoryId === undefined) return [() => undefined];
  const ids = categoryId.filter((id) => id !== null);
  const own: Narrow = (rows) =>
    rows.where((either) => {
      if (ids.length > 0) void either.whereIn('category_id', ids);
      if (ids.length < categoryId.length) void either.orWhereNull('category_id');
    });
  // as an array it is read first: a semi-join reads all split rows where no smaller part is found
  const ofParts = `id = any (array(
    select transaction_id from transaction_parts where owner_id = ? and category_id = any (?)))`;
  const smaller: Narrow = (rows) =>
    rows.where({ split: true }).whereNotIn('category_id', ids).whereRaw(ofParts, [ownerId, ids]);
  return ids.length > 0 ? [own, smaller] : [own];
}

const columnOf = (edge: Edge) => ('day' in edge ? 'date' : 'occurred_at');
const valueOf = (edge: Edge) => ('day' in edge ? edge.day : edge.instant);

function narrow(knex: Knex, rows: Knex.QueryBuilder, ownerId: string, filter: TransactionFilter): void {
  const { walletId, type, amountMin, amountMax, from, to, search, anyTags, allTags = [] } = filter;
  if (walletId) void rows.whereIn('wallet_id', walletId);
  if (type) void rows.whereIn('type', type);
  if (amountMin !== undefined) void rows.where('amount', '>=', amountMin.toString());
  if (amountMax !== undefined) void rows.where('amount', '<=', amountMax.toString());
  if (amountMin !== undefined || amountMax !== undefined) {
    // the index of amounts has the currency before them
    void rows.whereRaw('currency = any (array(select distinct currency from wallets where owner_id = ?))', [ownerId]);
  }
  if (from) void rows.where(columnOf(from), '>=', valueOf(from));
  if (to) void rows.where(columnOf(to), '<=', valueOf(to));
  for (const names of [...(anyTags ? [anyTags] : []), ...allTags.map((name) => [name])]) {
    const tagged = knex('transaction_tags as one')
      .join('tags as tag', { 'tag.owner_id': 'one.owner_id', 'tag.id': 'one.tag_id' })
      .where({ 'one.owner_id': ownerId, 'tag.owner_id': ownerId })
      .whereRaw('lower(tag.name) in (select lower(given) from unnest(?::text[]) as given)', [[...names]]);
    void rows.whereIn('id', tagged.select('one.transaction_id'));
  }
  if (search === undefined) return;
  const { text, amount } = partsOf(search);
  // an alternative that can't match would keep the index of texts from being used
  if (mayBeAmount(search)) {
    void rows.whereRaw(`(description ilike ? or ${amountText('transactions')} like ?)`, [text, amount]);
  } else void rows.whereRaw('description ilike ?', [text]);
}
