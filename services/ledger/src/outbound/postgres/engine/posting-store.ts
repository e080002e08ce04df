import { randomBytes } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Trace } from '@florin/messaging';
import type { Group } from '../../../app/posting/ports.ts';
import type { Account, DefaultLimits } from '../../../domain/posting/account.ts';
import type { BatchDecision, KnownKey } from '../../../domain/posting/decide-batch.ts';
import { accountsOf, decideBatch } from '../../../domain/posting/decide-batch.ts';
import { openBook } from '../../../domain/posting/decide.ts';
import type { Book } from '../../../domain/posting/decide.ts';
import type { IdempotencyKey, Outcome, Posting } from '../../../domain/posting/posting.ts';
import { bigintArray, dateArray, intArray, textArray, uuidArray, wordArray } from './arrays.ts';
import { FIND_KEYS, FIND_TRANSFERS, LOCK_ACCOUNTS, WRITE_BATCH } from './posting-sql.ts';
import type { AccountColumns, TransferRow } from './rows.ts';
import { accountOf, accountTypes, toTransfer } from './rows.ts';
import { packEvents } from './transfer-events.ts';

/** Every n-th entry of an account is marked: readers jump to a mark and walk less than n entries. */
const MARK_EVERY = 64n;

export interface Decided extends BatchDecision {
  book: Book;
  touched: ReadonlyMap<string, Account>;
  /** of the postings that a request or event asked for */
  traces: ReadonlyMap<Posting, Trace>;
}

/** Locks the accounts of the groups in one sorted set and decides every posting against them. Writes nothing. */
export async function lockAndDecide(
  client: ClientBase,
  groups: readonly Group[],
  { now, defaultLimits }: { now: Date; defaultLimits: DefaultLimits },
): Promise<Decided> {
  const postings = groups.flatMap((group) => group.postings);
  const accountIds = [...new Set(postings.flatMap(accountsOf))];
  const keyIds = postings.flatMap(({ idempotency }) => (idempotency ? [idempotency.id] : []));
  const [locked, used] = await Promise.all([
    client.query<AccountColumns>({
      name: 'lock', text: LOCK_ACCOUNTS, values: [uuidArray(accountIds)], rowMode: 'array', types: accountTypes,
    }), // prettier-ignore
    keyIds.length === 0 ? null : client.query<KeyRow>({ name: 'keys', text: FIND_KEYS, values: [uuidArray(keyIds)] }),
  ]);
  const touched = new Map(locked.rows.map((row) => [row[0], accountOf(row)]));
  const known = await readKnown(client, used?.rows ?? []);
  const book = openBook(touched, now, { defaultLimits, idTail: randomBytes(6).toString('hex') });
  return { ...decideBatch(book, groups, known), book, touched, traces: tracesOf(groups) };
}

function tracesOf(groups: readonly Group[]): Map<Posting, Trace> {
  const traces = new Map<Posting, Trace>();
  for (const { postings, trace } of groups) if (trace) for (const posting of postings) traces.set(posting, trace);
  return traces;
}

interface KeyRow {
  id: string;
  request_hash: string;
  transfer_id: string | null;
}

async function readKnown(client: ClientBase, keys: KeyRow[]): Promise<Map<string, KnownKey>> {
  const ids = keys.flatMap(({ transfer_id }) => (transfer_id === null ? [] : [transfer_id]));
  const transfers = new Map<string, Outcome & { status: 'replayed' }>();
  if (ids.length > 0) {
    const found = await client.query<TransferRow>({ name: 'find', text: FIND_TRANSFERS, values: [uuidArray(ids)] });
    for (const row of found.rows) transfers.set(row.id, { status: 'replayed', transfer: toTransfer(row) });
  }
  return new Map(
    keys.map((key) => [
      key.id,
      { requestHash: key.request_hash, transfer: transfers.get(key.transfer_id ?? '')?.transfer ?? null },
    ]),
  );
}

/** Writes all that was accepted in one statement. */
export async function writeAccepted(client: ClientBase, decided: Decided): Promise<void> {
  const values = [...transferColumns(decided), ...entryColumns(decided), ...accountColumns(decided)];
  await client.query({ name: 'write', text: WRITE_BATCH, values });
}

type Column = string | Buffer;

function transferColumns({ accepted, book }: Decided): Column[] {
  const rows = accepted.map(({ result }) => result.transfer);
  return [
    uuidArray(rows.map((row) => row.id)),
    wordArray(rows.map((row) => row.kind)),
    bigintArray(rows.map((row) => row.amount)),
    wordArray(rows.map((row) => row.currency)),
    uuidArray(rows.map((row) => row.fromAccountId)),
    uuidArray(rows.map((row) => row.toAccountId)),
    uuidArray(rows.map((row) => row.fromUserId)),
    uuidArray(rows.map((row) => row.toUserId)),
    textArray(rows.map((row) => row.note)),
    wordArray(rows.map((row) => row.visibility)),
    textArray(rows.map((row) => row.reference)),
    uuidArray(rows.map((row) => row.reversesTransferId)),
    book.at,
  ];
}

type Keyed = Decided['accepted'][number] & { posting: { idempotency: IdempotencyKey } };

function entryColumns({ accepted, traces }: Decided): Column[] {
  const rows = accepted.flatMap(({ result }) => result.entries);
  const marks = rows.filter((entry) => entry.sequence % MARK_EVERY === 0n);
  // in one order everywhere, so that batches with keys in common wait for each other one way only
  const keyed = accepted
    .filter((one): one is Keyed => one.posting.idempotency !== undefined)
    .sort((a, b) => (a.posting.idempotency.id < b.posting.idempotency.id ? -1 : 1));
  return [
    uuidArray(rows.map((entry) => entry.transferId)),
    uuidArray(rows.map((entry) => entry.accountId)),
    bigintArray(rows.map((entry) => entry.sequence)),
    bigintArray(rows.map((entry) => entry.amount)),
    bigintArray(rows.map((entry) => entry.balanceAfter)),
    wordArray(rows.map((entry) => entry.currency)),
    uuidArray(rows.map((entry) => entry.previousTransferId)),
    uuidArray(marks.map((entry) => entry.accountId)),
    uuidArray(marks.map((entry) => entry.transferId)),
    bigintArray(marks.map((entry) => entry.sequence)),
    uuidArray(keyed.map(({ posting }) => posting.idempotency.id)),
    uuidArray(keyed.map(({ posting }) => posting.idempotency.requestHash)),
    uuidArray(keyed.map(({ result }) => result.transfer.id)),
    packEvents(accepted, traces),
  ];
}

function accountColumns({ accepted, touched }: Decided): Column[] {
  const changed = new Set(accepted.flatMap(({ result }) => result.entries.map((entry) => entry.accountId)));
  const rows = [...touched.values()].filter((account) => changed.has(account.id));
  return [
    uuidArray(rows.map((row) => row.id)),
    bigintArray(rows.map((row) => row.posted)),
    bigintArray(rows.map((row) => row.held)),
    bigintArray(rows.map((row) => row.sequence)),
    uuidArray(rows.map((row) => row.lastTransferId)),
    dateArray(rows.map((row) => row.spending.day)),
    intArray(rows.map((row) => row.spending.dayCount)),
    bigintArray(rows.map((row) => row.spending.daySum)),
    intArray(rows.map((row) => row.spending.monthCount)),
    bigintArray(rows.map((row) => row.spending.monthSum)),
  ];
}
