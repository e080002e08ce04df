import type { Account, AccountKind, AccountStatus, Limits, Spending } from '../../../domain/posting/account.ts';
import type { Transfer, TransferKind, Visibility } from '../../../domain/posting/posting.ts';

/** A row of LOCK_ACCOUNTS; bigint columns come as text. */
export interface AccountRow {
  id: string;
  owner_id: string | null;
  currency: string;
  kind: AccountKind;
  status: AccountStatus;
  credit_limit: string;
  posted: string;
  held: string;
  sequence: string;
  last_transfer_id: string | null;
  limits: Record<string, string | number> | null;
  spent: string | null;
}

export function toAccount(row: AccountRow): Account {
  return accountOf([
    row.id, row.owner_id, row.currency, row.kind, row.status, BigInt(row.credit_limit), BigInt(row.posted),
    BigInt(row.held), BigInt(row.sequence), row.last_transfer_id, row.limits, row.spent,
  ]); // prettier-ignore
}

/** A row of LOCK_ACCOUNTS as the batches read it: by place, with integers as bigints. Twice as quick as by name. */
export type AccountColumns = [
  id: string,
  ownerId: string | null,
  currency: string,
  kind: AccountKind,
  status: AccountStatus,
  creditLimit: bigint,
  posted: bigint,
  held: bigint,
  sequence: bigint,
  lastTransferId: string | null,
  limits: Record<string, string | number> | null,
  spent: string | null,
];

const OIDS = { int8: 20, int4: 23, json: 114, jsonb: 3802 };

/** How the columns of such a row are read. */
export const accountTypes = {
  getTypeParser: (oid: number): ((text: string) => unknown) => {
    if (oid === OIDS.int8) return BigInt;
    if (oid === OIDS.int4) return Number;
    return oid === OIDS.jsonb || oid === OIDS.json ? JSON.parse : asText;
  },
};

const asText = (text: string): string => text;

export function accountOf(row: AccountColumns): Account {
  const [
    id, ownerId, currency, kind, status, creditLimit, posted, held, sequence, lastTransferId, limits, spent,
  ] = row; // prettier-ignore
  return {
    id,
    ownerId,
    currency,
    kind,
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

export interface TransferRow {
  id: string;
  kind: TransferKind;
  amount: string;
  currency: string;
  from_account_id: string;
  to_account_id: string;
  from_user_id: string | null;
  to_user_id: string | null;
  note: string;
  visibility: Visibility;
  reference: string | null;
  reverses_transfer_id: string | null;
  posted_at: Date;
}

export function toTransfer(row: TransferRow): Transfer {
  return {
    id: row.id,
    kind: row.kind,
    amount: BigInt(row.amount),
    currency: row.currency,
    fromAccountId: row.from_account_id,
    toAccountId: row.to_account_id,
    fromUserId: row.from_user_id,
    toUserId: row.to_user_id,
    note: row.note,
    visibility: row.visibility,
    reference: row.reference,
    reversesTransferId: row.reverses_transfer_id,
    postedAt: row.posted_at.toISOString(),
  };
}
