import { currencies, exponentOf } from '@florin/money';
import type { Knex } from 'knex';
import { fromRow } from '@florin/service-kit/postgres';
import type { TransactionScope } from '../../app/transactions/ports.ts';
import { requireFields, type Found, type Query } from '../../domain/query.ts';
import type { Transaction } from '../../domain/transaction.ts';
import { labelsOf } from './filing/label-query.ts';
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

/** Each field as text to search in, and what it is sorted by. */
const FIELDS: Record<string, { text: string; key: string; then?: string }> = {
  wallet: { text: 'w.name', key: 'lower(w.name)' },
  category: { text: `coalesce(c.name, '')`, key: `lower(coalesce(c.name, ''))` },
  type: { text: 't.type', key: 't.type' },
  description: { text: 't.description', key: 'lower(t.description)' },
  amount: { text: amountText('t'), key: valueOf('t') },
  transactionDate: {
    // the person's day, and the time on the clock there
    text: `t.date || to_char(t.occurred_at at time zone coalesce(t.time_zone, 'UTC'), '"T"HH24:MI:SS.MS')`,
    key: 't.date',
    then: 't.occurred_at',
  },
  createdAt: { text: isoText('t.created_at'), key: 't.created_at' },
};

/** A page of posted rows by parts of texts, with the names of wallet and category among them. */
export async function queryTransactions(
  knex: Knex,
  ownerId: string,
  query: Query,
  scope: TransactionScope,
): Promise<Found<Transaction>> {
  requireFields(query, Object.keys(FIELDS));
  const matching = () => narrow(joined(knex, ownerId, scope), query);
  const page: Promise<Record<string, unknown>[]> = matching()
    .select('t.*', knex.raw(labelsOf('t')))
    .orderByRaw(
      sortKeys(query.sort)
        .map((key) => `${key} ${query.order}`)
        .join(', '),
    )
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .then((rows: Record<string, unknown>[]) => rows);
  const count: Promise<number> = matching()
    .count()
    .first()
    .then((row: { count: string } | undefined) => Number(row?.count ?? 0));
  const [rows, total] = await Promise.all([page, count]);
  return { rows: rows.map((row) => fromRow<Transaction>(row, ['amount'])), total };
}

function sortKeys(field: string): string[] {
  const { key = 't.created_at', then } = FIELDS[field] ?? {};
  return [key, ...(then === undefined ? [] : [then]), 't.id'];
}

function joined(knex: Knex, ownerId: string, scope: TransactionScope): Knex.QueryBuilder {
  const query = knex('transactions as t')
    .join('wallets as w', { 'w.id': 't.wallet_id', 'w.owner_id': 't.owner_id' })
    .leftJoin('categories as c', { 'c.id': 't.category_id', 'c.owner_id': 't.owner_id' })
    .where({ 't.owner_id': ownerId, 't.status': 'posted' });
  if (!scope.adjustments) void query.whereNot('t.type', 'adjustment');
  if (scope.walletId !== undefined) void query.where('t.wallet_id', scope.walletId);
  if (scope.period) void query.whereBetween('t.date', [scope.period.start, scope.period.end]);
  return query;
}

/** Patterns in which a blank stands for any text. */
function loosePartsOf(part: string): { text: string; amount: string } {
  const { text, amount } = partsOf(part);
  return { text: text.replace(/\s+/g, '%'), amount: amount.replace(/\s+/g, '%') };
}

function narrow(rows: Knex.QueryBuilder, { contains, search }: Query): Knex.QueryBuilder {
  for (const [name, part] of Object.entries(contains)) {
    const { text, amount } = loosePartsOf(part);
    void rows.whereRaw(`${FIELDS[name]?.text ?? ''} ilike ?`, [name === 'amount' ? amount : text]);
  }
  if (search !== '') {
    const fields = Object.entries(FIELDS);
    const parts = loosePartsOf(search);
    void rows.whereRaw(
      `(${fields.map(([, { text }]) => `${text} ilike ?`).join(' or ')})`,
      fields.map(([name]) => (name === 'amount' ? parts.amount : parts.text)),
    );
  }
  return rows;
}
