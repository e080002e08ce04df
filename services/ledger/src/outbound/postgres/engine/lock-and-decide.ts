import type { ClientBase } from 'pg';
import type { Trace } from '@florin/messaging';
import type { Clock } from '@florin/service-kit';
import type { Group } from '../../../app/posting/ports.ts';
import type { Account, DefaultLimits, Worth } from '../../../domain/posting/account.ts';
import { accountsOf, decideBatch, type BatchDecision, type KnownKey } from '../../../domain/posting/decide-batch.ts';
import { openBook, type Book } from '../../../domain/posting/decide.ts';
import type { Posting, Transfer } from '../../../domain/posting/posting.ts';
import { accountQuery, LOCK_ACCOUNTS, toAccount, type AccountRow } from './account-rows.ts';
import { uuidArray } from './arrays.ts';
import { FIND_TRANSFERS, toTransfer, type TransferRow } from './transfer-rows.ts';

/** Runs after the locks in a snapshot of its own, so it sees what whoever held them before has committed. */
const FIND_KEYS = 'SELECT id, request_hash, transfer_id FROM idempotency_keys WHERE id = ANY ($1::uuid[])';

export interface Decided extends BatchDecision {
  book: Book;
  /** the locked accounts, changed by what was accepted */
  touched: ReadonlyMap<string, Account>;
  /** of the postings that a request or event asked for */
  traces: ReadonlyMap<Posting, Trace>;
}

/** What decides a batch beside its postings and their accounts. */
export interface Deciding {
  clock: Clock;
  defaultLimits: DefaultLimits;
  worth: Worth;
  /** 12 random hex digits, which end the ids of a batch's transfers */
  newIdTail: () => string;
}

/** Locks the accounts of the groups in one sorted set and decides every posting against them. Writes nothing. */
export async function lockAndDecide(
  client: ClientBase,
  groups: readonly Group[],
  { clock, defaultLimits, worth, newIdTail }: Deciding,
): Promise<Decided> {
  const now = clock();

  const postings = groups.flatMap((group) => group.postings);
  const accountIds = [...new Set(postings.flatMap(accountsOf))];
  const keyIds = postings.flatMap(({ idempotency }) => (idempotency ? [idempotency.id] : []));
  const [locked, used] = await Promise.all([
    client.query<AccountRow>(accountQuery(LOCK_ACCOUNTS, [idArray(accountIds)], 'lock')),
    keyIds.length === 0 ? null : client.query<KeyRow>({ name: 'keys', text: FIND_KEYS, values: [idArray(keyIds)] }),
  ]);
  const touched = new Map(locked.rows.map((row) => [row[0], toAccount(row)]));
  const known = await readKnown(client, used?.rows ?? []);
  const book = openBook(touched, now, { defaultLimits, worth, idTail: newIdTail() });
  return { ...decideBatch(book, groups, known), book, touched, traces: tracesOf(groups) };
}

const idArray = (ids: readonly string[]): Buffer => uuidArray(ids, (id) => id);

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
  const transfers = new Map<string, Transfer>();
  if (ids.length > 0) {
    const found = await client.query<TransferRow>({ name: 'find', text: FIND_TRANSFERS, values: [idArray(ids)] });
    for (const row of found.rows) transfers.set(row.id, toTransfer(row));
  }
  return new Map(
    keys.map(({ id, request_hash: requestHash, transfer_id }) => [
      id,
      { requestHash, transfer: transfers.get(transfer_id ?? '') ?? null },
    ]),
  );
}
