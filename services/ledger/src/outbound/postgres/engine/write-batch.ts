import type { OwnMemo } from '../../../domain/memo.ts';
import type { ClientBase } from 'pg';
import type { Account } from '../../../domain/posting/account.ts';
import { countedAt } from '../../../domain/posting/decide-batch.ts';
import type { Entry, IdempotencyKey, Transfer } from '../../../domain/posting/posting.ts';
import { ACCOUNT_CHANGES } from './account-rows.ts';
import { createStatement, namesOf, type Column, type Parameters } from './columns.ts';
import type { Decided } from './lock-and-decide.ts';
import { TRANSFER_COLUMNS } from './transfer-rows.ts';
import { packEvents } from './transfer-events.ts';

/** Every 64th entry of an account is marked: a reader jumps to a mark and walks fewer entries than that. */
const MARK_EVERY = 64n;

const ENTRY_COLUMNS: readonly Column<Entry>[] = [
  { name: 'transfer_id', type: 'uuid', valueOf: (row) => row.transferId },
  { name: 'account_id', type: 'uuid', valueOf: (row) => row.accountId },
  { name: 'sequence', type: 'bigint', valueOf: (row) => row.sequence },
  { name: 'amount', type: 'bigint', valueOf: (row) => row.amount },
  { name: 'balance_after', type: 'bigint', valueOf: (row) => row.balanceAfter },
  { name: 'currency', type: 'word', valueOf: (row) => row.currency },
  { name: 'previous_transfer_id', type: 'uuid', valueOf: (row) => row.previousTransferId },
];

const MARK_COLUMNS: readonly Column<Entry>[] = [
  { name: 'account_id', type: 'uuid', valueOf: (row) => row.accountId },
  { name: 'transfer_id', type: 'uuid', valueOf: (row) => row.transferId },
  { name: 'sequence', type: 'bigint', valueOf: (row) => row.sequence },
];

interface UsedKey extends IdempotencyKey {
  transferId: string;
}

const KEY_COLUMNS: readonly Column<UsedKey>[] = [
  { name: 'id', type: 'uuid', valueOf: (row) => row.id },
  { name: 'request_hash', type: 'uuid', valueOf: (row) => row.requestHash },
  { name: 'transfer_id', type: 'uuid', valueOf: (row) => row.transferId },
];

const ACCOUNT_COLUMNS: readonly Column<Account>[] = [
  { name: 'id', type: 'uuid', valueOf: (row) => row.id },
  ...ACCOUNT_CHANGES,
];

const WRITE_BATCH = createStatement<Decided>(
  (parameters) => `
  WITH
  new_transfers AS (
    INSERT INTO transfers (${namesOf(TRANSFER_COLUMNS)}, posted_at)
    SELECT ${namesOf(TRANSFER_COLUMNS)}, ${parameters.value('timestamptz', ({ book }) => book.at)}
    FROM ${parameters.rows(TRANSFER_COLUMNS, transfersOf)}
  ),
  new_entries AS (${insert(parameters, 'entries', ENTRY_COLUMNS, entriesOf)}),
  new_marks AS (${insert(parameters, 'entry_marks', MARK_COLUMNS, marksOf)}),
  new_keys AS (${insert(parameters, 'idempotency_keys', KEY_COLUMNS, keysOf)}),
  new_events AS (
    INSERT INTO posted_events (events)
    VALUES (${parameters.value('text', ({ accepted, traces }) => packEvents(accepted, traces))})
  )
  UPDATE accounts
  SET ${ACCOUNT_CHANGES.map(({ name }) => `${name} = rows.${name}`).join(', ')}
  FROM ${parameters.rows(ACCOUNT_COLUMNS, changedAccountsOf)}
  WHERE accounts.id = rows.id`,
);

function insert<Row>(
  parameters: Parameters<Decided>,
  table: string,
  columns: readonly Column<Row>[],
  rowsOf: (decided: Decided) => readonly Row[],
): string {
  return `INSERT INTO ${table} (${namesOf(columns)}) SELECT * FROM ${parameters.rows(columns, rowsOf)}`;
}

type MemoRow = OwnMemo & { subjectId: string };

const MEMO_COLUMNS: readonly Column<MemoRow>[] = [
  { name: 'subject_id', type: 'uuid', valueOf: (row) => row.subjectId },
  { name: 'owner_id', type: 'uuid', valueOf: (row) => row.ownerId },
  { name: 'reference', type: 'text', valueOf: (row) => row.reference },
  { name: 'metadata', type: 'text', valueOf: (row) => JSON.stringify(row.metadata) },
  { name: 'shared', type: 'word', valueOf: (row) => String(row.shared) },
];

const WRITE_MEMOS = createStatement<readonly MemoRow[]>(
  (parameters) => `
  INSERT INTO memos (${namesOf(MEMO_COLUMNS)})
  SELECT subject_id, owner_id, reference, metadata::json, shared::boolean
  FROM ${parameters.rows(MEMO_COLUMNS, (rows) => rows)}`,
);

/** Writes all that was accepted in one statement, and in another what clients noted, if anything. */
export async function writeAccepted(client: ClientBase, decided: Decided): Promise<void> {
  const memos = memosOf(decided);
  // both are sent before either is answered
  await Promise.all([
    client.query({ name: 'write', text: WRITE_BATCH.text, values: WRITE_BATCH.valuesOf(decided) }),
    memos.length > 0 && client.query({ name: 'memos', text: WRITE_MEMOS.text, values: WRITE_MEMOS.valuesOf(memos) }),
  ]);
}

function memosOf({ accepted }: Decided): MemoRow[] {
  return accepted.flatMap(({ posting: { memo }, result }) =>
    memo ? [{ ...memo, subjectId: result.transfer.id }] : [],
  );
}

function transfersOf({ accepted }: Decided): Transfer[] {
  return accepted.map(({ result }) => result.transfer);
}

function entriesOf({ accepted }: Decided): Entry[] {
  return accepted.flatMap(({ result }) => result.entries);
}

function marksOf(decided: Decided): Entry[] {
  return entriesOf(decided).filter((entry) => entry.sequence % MARK_EVERY === 0n);
}

/** In one order everywhere, so that batches with keys in common wait for each other one way only. */
function keysOf({ accepted }: Decided): UsedKey[] {
  const keys: UsedKey[] = [];
  for (const { posting, result } of accepted) {
    if (posting.idempotency) keys.push({ ...posting.idempotency, transferId: result.transfer.id });
  }
  return keys.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function changedAccountsOf({ accepted, touched }: Decided): Account[] {
  const changed = new Set(accepted.flatMap(({ result }) => result.entries.map((entry) => entry.accountId)));
  for (const { posting } of accepted) {
    const counted = countedAt(posting);
    if (counted !== undefined) changed.add(counted);
  }
  return [...touched.values()].filter((account) => changed.has(account.id));
}
