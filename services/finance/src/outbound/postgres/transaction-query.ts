import { currencies, exponentOf } from '@florin/money';
import type { Knex } from 'knex';
import type { TransactionScope } from '../../app/transactions/ports.ts';
import { holds, requireFields, type Found, type Query } from '../../domain/query.ts';
import { TRANSACTION_TYPES, type Transaction } from '../../domain/transaction.ts';
import { labelsOf, readTransaction } from './filing/label-query.ts';
import { containing } from './rows.ts';

const isoText = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Minor units in one major unit, by currency. */
const unitOf = (table: string) =>
  `case ${currencies()
    .filter((code) => exponentOf(code) !== 2)
    .map((code) => `when ${table}.currency = '${code}' then ${(10n ** BigInt(exponentOf(code))).toString()}`)
    .join(' ')} else 100 end`;

const valueOf = (table: string) => `(${table}.amount::numeric / ${unitOf(table)})`;

/** An amount in major units with three decimals: 78.000 holds 78, 78.0 and 78.00. */
export const amountText = (table: string) => `${valueOf(table)}::numeric(30, 3)::text`;

/** LIKE patterns of a search: as text, and as an amount, whose decimals may stand after a comma. */
export function partsOf(search: string): { text: string; amount: string } {
  return { text: containing(search), amount: containing(search.replace(/^(\d+),(\d+)$/, '$1.$2')) };
}

/** Whether any amount could hold the text. */
export const mayBeAmount = (search: string): boolean => /^[\d.,\s]+$/.test(search);
/** a year has the longest run of digits in a time */
const mayBeTime = (search: string): boolean => /^[\dtz:.\-\s]+$/i.test(search) && !/\d{5}/.test(search);

/** Each field as text to search in, and what it is sorted by. */
const FIELDS: Record<string, { text: string; key: string[] }> = {
  wallet: { text: 'w.name', key: ['lower(w.name)', 't.date'] },
  category: { text: `coalesce(c.name, '')`, key: [`lower(coalesce(c.name, ''))`, 't.date'] },
  type: { text: 't.type', key: ['t.type'] },
  description: { text: 't.description', key: ['lower(t.description)'] },
  amount: { text: amountText('t'), key: [valueOf('t')] },
  transactionDate: {
    // the person's day, and the time on the clock there
    text: `t.date || to_char(t.occurred_at at time zone coalesce(t.time_zone, 'UTC'), '"T"HH24:MI:SS.MS')`,
    key: ['t.date', 't.occurred_at'],
  },
  createdAt: { text: isoText('t.created_at'), key: ['t.created_at'] },
};

/** A page of posted rows by parts of texts, with the names of wallet and category among them. */
export async function queryTransactions(
  knex: Knex,
  ownerId: string,
  query: Query,
  scope: TransactionScope,
): Promise<Found<Transaction>> {
  requireFields(query, Object.keys(FIELDS));
  const wanted = await wantedOf(knex, ownerId, query, scope);
  const grouping = wanted.fine.length + wanted.coarse.length === 0 && !scope.period ? GROUPINGS[query.sort] : undefined;
  const counted = countOf(knex, ownerId, wanted);
  // a page after the last one is not looked for: that would pass over all rows before it
  if (query.page > 1 && (query.page - 1) * query.size >= (await counted)) return { rows: [], total: await counted };
  const [rows, total] = await Promise.all([
    grouping ? pageOfGroups(knex, ownerId, wanted, grouping) : pageOf(knex, ownerId, wanted),
    counted,
  ]);
  return { rows: rows.map(readTransaction), total };
}

interface Condition {
  sql: string;
  bindings: unknown[];
}

interface Wanted {
  query: Query;
  scope: TransactionScope;
  /** of wallets and types, which are counted by themselves */
  coarse: Condition[];
  fine: Condition[];
}

async function wantedOf(knex: Knex, ownerId: string, query: Query, scope: TransactionScope): Promise<Wanted> {
  const wanted: Wanted = { query, scope, coarse: [], fine: [] };
  for (const [field, part] of Object.entries(query.contains)) {
    const condition = (await holding(knex, ownerId, field, part)) ?? NEVER;
    (field === 'wallet' || field === 'type' ? wanted.coarse : wanted.fine).push(condition);
  }
  if (query.search !== '') {
    const fields = Object.keys(FIELDS).map((field) => holding(knex, ownerId, field, query.search));
    const any = (await Promise.all(fields)).filter((condition) => condition !== null);
    const sql = `(${any.map((condition) => condition.sql).join(' or ')})`;
    wanted.fine.push({ sql, bindings: any.flatMap(({ bindings }) => bindings) });
  }
  return wanted;
}

const NEVER: Condition = { sql: 'false', bindings: [] };

/**
 * The rows in which a field holds a part; null when none can. Names are looked up first: as alternatives of a join they would
 * keep the indexes of texts, wallets and categories from being used.
 */
async function holding(knex: Knex, ownerId: string, field: string, part: string): Promise<Condition | null> {
  const { text, amount } = loosePartsOf(part);
  const oneOf = (column: string, values: readonly string[]) =>
    values.length === 0 ? null : { sql: `${column} = any (?)`, bindings: [values] };
  const named = async (table: string): Promise<string[]> =>
    knex(table).where({ owner_id: ownerId }).whereILike('name', text).pluck<string[]>('id');
  const like = { sql: `${FIELDS[field]?.text} ilike ?`, bindings: [field === 'amount' ? amount : text] };
  switch (field) {
    case 'wallet':
      return oneOf('t.wallet_id', await named('wallets'));
    case 'category':
      return oneOf('t.category_id', await named('categories'));
    case 'type':
      return oneOf(
        't.type',
        TRANSACTION_TYPES.filter((type) => holds(type, part.toLowerCase())),
      );
    case 'amount':
      return mayBeAmount(part) ? like : null;
    case 'description':
      return like;
    default:
      return mayBeTime(part) ? like : null;
  }
}

/** Patterns in which a blank stands for any text. */
function loosePartsOf(part: string): { text: string; amount: string } {
  const { text, amount } = partsOf(part);
  return { text: text.replace(/\s+/g, '%'), amount: amount.replace(/\s+/g, '%') };
}

function narrowed(rows: Knex.QueryBuilder, ownerId: string, scope: TransactionScope, conditions: readonly Condition[]) {
  void rows.where({ 't.owner_id': ownerId });
  if (!scope.adjustments) void rows.whereNot('t.type', 'adjustment');
  if (scope.walletId !== undefined) void rows.where('t.wallet_id', scope.walletId);
  for (const { sql, bindings } of conditions) void rows.whereRaw(sql, bindings as string[]);
  return rows;
}

function matching(knex: Knex, ownerId: string, { scope, coarse, fine }: Wanted): Knex.QueryBuilder {
  const rows = narrowed(knex('transactions as t'), ownerId, scope, [...coarse, ...fine]).where('t.status', 'posted');
  if (scope.period) void rows.whereBetween('t.date', [scope.period.start, scope.period.end]);
  return rows;
}

async function countOf(knex: Knex, ownerId: string, wanted: Wanted): Promise<number> {
  const { scope, coarse, fine } = wanted;
  const sum =
    fine.length > 0 || scope.period
      ? matching(knex, ownerId, wanted).select(knex.raw('count(*) as total'))
      : narrowed(knex('row_counts as t'), ownerId, scope, coarse).select(knex.raw('sum(t.row_count) as total'));
  const [row] = (await sum) as { total: string | null }[];
  return Number(row?.total ?? 0);
}

const orderBy = (keys: readonly string[], order: Query['order']) =>
  [...keys, 't.id'].map((key) => `${key} ${order}`).join(', ');

async function pageOf(knex: Knex, ownerId: string, wanted: Wanted): Promise<Record<string, unknown>[]> {
  const { sort, order, size, page } = wanted.query;
  const rows = matching(knex, ownerId, wanted).select('t.*', knex.raw(labelsOf('t')));
  if (sort === 'wallet') void rows.join('wallets as w', { 'w.id': 't.wallet_id', 'w.owner_id': 't.owner_id' });
  if (sort === 'category') {
    void rows.leftJoin('categories as c', { 'c.id': 't.category_id', 'c.owner_id': 't.owner_id' });
  }
  return rows
    .orderByRaw(orderBy(FIELDS[sort]?.key ?? [], order))
    .limit(size)
    .offset((page - 1) * size) as Promise<Record<string, unknown>[]>;
}

interface Grouping {
  /** the groups of a person's rows, and the rows of one */
  groups: string;
  links: string[];
  /** what the rows of a group are ordered by, as an index has them, and what all are */
  within: string[];
  key: string[];
}

/** Lists that an index orders within a group only: of each group its first rows are taken, and those are put in order. */
const GROUPINGS: Record<string, Grouping> = {
  wallet: {
    groups: 'select id, lower(name) as key from wallets where owner_id = ?',
    links: ['t.wallet_id = g.id'],
    within: ['t.date'],
    key: ['g.key', 't.date'],
  },
  category: {
    groups: `select id, lower(name) as key from categories where owner_id = ? union all select null, ''`,
    links: ['t.category_id = g.id', 'g.id is null and t.category_id is null'],
    within: ['t.date'],
    key: ['g.key', 't.date'],
  },
  amount: {
    groups: 'select distinct currency from wallets where owner_id = ?',
    links: ['t.currency = g.currency'],
    within: ['t.amount'],
    key: [valueOf('t')],
  },
};

async function pageOfGroups(
  knex: Knex,
  ownerId: string,
  { query, scope }: Wanted,
  { groups, links, within, key }: Grouping,
): Promise<Record<string, unknown>[]> {
  const { order, size, page } = query;
  const offset = (page - 1) * size;
  const bindings: unknown[] = [ownerId];
  const parts = links.map((link) => {
    const rows = narrowed(knex('transactions as t').select('t.*'), ownerId, scope, [{ sql: link, bindings: [] }]);
    const first = rows
      .where('t.status', 'posted')
      .orderByRaw(orderBy(within, order))
      .limit(offset + size)
      .toSQL();
    bindings.push(...first.bindings);
    return `(${first.sql})`;
  });
  const { rows } = await knex.raw<{ rows: Record<string, unknown>[] }>(
    `select t.*, ${labelsOf('t')} from (${groups}) g cross join lateral (${parts.join(' union all ')}) t
     order by ${orderBy(key, order)} limit ? offset ?`,
    [...bindings, size, offset] as string[],
  );
  return rows;
}
