import pg from 'pg';
import type { CustomTypesConfig, QueryArrayConfig } from 'pg';
import type { Account, AccountKind, AccountStatus, Limits, Spending } from '../../../domain/posting/account.ts';
import type { Column } from './columns.ts';

/**
 * An account as `ACCOUNT_COLUMNS` reads it: by place, which takes half the time of reading by name, and with bigints. A
 * query of such rows is made by `accountQuery`.
 */
export type AccountRow = [
  id: string,
  ownerId: string | null,
  currency: string,
  kind: AccountKind,
  countsAt: string | null,
  status: AccountStatus,
  creditLimit: bigint,
  posted: bigint,
  held: bigint,
  sequence: bigint,
  lastTransferId: string | null,
  limits: Record<string, string | number> | null,
  spent: string | null,
];

/** In the order of `AccountRow`. The counters are read as one text, because most accounts have none. */
export const ACCOUNT_COLUMNS = `id, owner_id, currency, kind, counts_at, status, credit_limit, posted, held, sequence,
  last_transfer_id, limits, CASE WHEN spent_on IS NOT NULL
    THEN concat_ws(' ', spent_on, day_count, day_sum, month_count, month_sum) END AS spent`;

/** Locks accounts in one sorted set. NO KEY: inserts of rows that refer to an account need not wait. */
export const LOCK_ACCOUNTS = `
  SELECT ${ACCOUNT_COLUMNS} FROM accounts WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`;

const { INT8 } = pg.types.builtins;
const types: CustomTypesConfig = {
  getTypeParser: (oid, format): unknown => (oid === INT8 ? BigInt : pg.types.getTypeParser(oid, format)),
};

/** A query whose rows begin with `ACCOUNT_COLUMNS`, prepared under `name` if it has one. */
export function accountQuery(text: string, values: unknown[], name?: string): QueryArrayConfig {
  return { text, values, rowMode: 'array', types, ...(name === undefined ? {} : { name }) };
}

export function toAccount(row: [...AccountRow, ...unknown[]]): Account {
  const [
    id,
    ownerId,
    currency,
    kind,
    countsAt,
    status,
    creditLimit,
    posted,
    held,
    sequence,
    lastTransferId,
    limits,
    spent,
  ] = row;
  return {
    id,
    ownerId,
    currency,
    kind,
    countsAt,
    status,
    creditLimit,
    posted,
    held,
    sequence,
    lastTransferId,
    limits: limits && toLimits(limits),
    spending: toSpending(spent),
  };
}

function toSpending(spent: string | null): Spending {
  if (spent === null) return { day: null, dayCount: 0, daySum: 0n, monthCount: 0, monthSum: 0n };
  const [day = '', dayCount, daySum = '', monthCount, monthSum = ''] = spent.split(' ');
  return {
    day,
    dayCount: Number(dayCount),
    daySum: BigInt(daySum),
    monthCount: Number(monthCount),
    monthSum: BigInt(monthSum),
  };
}

/** Sums are kept as text in the JSON, counts as numbers. */
function toLimits(stored: Record<string, string | number>): Partial<Limits> {
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) => [name, typeof value === 'string' ? BigInt(value) : value]),
  );
}

/** What a posting changes of an account. */
export const ACCOUNT_CHANGES: readonly Column<Account>[] = [
  { name: 'posted', type: 'bigint', valueOf: (row) => row.posted },
  { name: 'held', type: 'bigint', valueOf: (row) => row.held },
  { name: 'sequence', type: 'bigint', valueOf: (row) => row.sequence },
  { name: 'last_transfer_id', type: 'uuid', valueOf: (row) => row.lastTransferId },
  { name: 'spent_on', type: 'date', valueOf: (row) => row.spending.day },
  { name: 'day_count', type: 'integer', valueOf: (row) => row.spending.dayCount },
  { name: 'day_sum', type: 'bigint', valueOf: (row) => row.spending.daySum },
  { name: 'month_count', type: 'integer', valueOf: (row) => row.spending.monthCount },
  { name: 'month_sum', type: 'bigint', valueOf: (row) => row.spending.monthSum },
];
