import { dayOf } from '@florin/calendar';
import type { Knex } from 'knex';
import type { TransactionStore } from '../../app/transactions/ports.ts';
import { defined } from '../../domain/defined.ts';
import { NO_LABELS, type Labels, type Transaction } from '../../domain/transaction.ts';
import {
  TRANSACTION_COLUMNS,
  addLabels,
  columnsOf,
  labelsOf,
  readTransaction as read,
  writeLabels,
} from './filing/label-query.ts';
import { listTransactions } from './filing/list-query.ts';
import { owed, sumsByCategory } from './summary-query.ts';
import { queryTransactions } from './transaction-query.ts';

type Row = Record<string, unknown>;
const LABELS = labelsOf('transactions');

export function createTransactionStore(knex: Knex): TransactionStore {
  const table = () => knex<Row>('transactions');
  const whole = () => table().select('transactions.*', knex.raw(LABELS));
  /** Locks first and reads then: what a row has in other tables would be as it was before the wait for the lock. */
  const lock = async (rows: Knex.QueryBuilder): Promise<Transaction[]> => {
    const ids = await rows.orderBy('id').forUpdate().pluck<string[]>('id');
    return (await whole().whereIn('id', ids).orderBy('id')).map(read);
  };
  const isPosted = (ownerId: string) => ({ owner_id: ownerId, status: 'posted' });
  return {
    insert: (rows) => insert(knex, rows),
    insertAll: (rows) => insertAll(knex, rows),
    find: async (ownerId, id) => {
      const row = await whole()
        .where({ ...isPosted(ownerId), id })
        .first();
      return row && read(row);
    },
    byIds: async (ownerId, ids) => (await whole().where(isPosted(ownerId)).whereIn('id', ids)).map(read),
    list: (ownerId, filter, cut) => listTransactions(knex, ownerId, filter, cut),
    query: (ownerId, query, scope) => queryTransactions(knex, ownerId, query, scope),
    lastCurrency: async (ownerId, categoryId) => {
      const rows = table().where({ owner_id: ownerId, category_id: categoryId, status: 'posted' });
      return (await rows.orderBy('date', 'desc').first('currency'))?.['currency'] as string | undefined;
    },
    supersede: async (ownerId, transferIds) => {
      if (transferIds.length === 0) return;
      const rows = transferIds.map((transferId) => ({ transfer_id: transferId, owner_id: ownerId }));
      await knex('superseded_transfers').insert(rows).onConflict().ignore();
    },
    isOnePart: (transferId) => isOnePart(knex, transferId),
    unrecorded: (consumer, transferIds) => unrecorded(knex, consumer, transferIds),
    lockByTransfer: (transferId) => lock(table().where({ transfer_id: transferId })),
    lockTransfersOf: (ownerId, ids) =>
      lock(table().whereRaw(`id = any (array(${SAME_TRANSFERS}))`, [[...ids], ownerId, ownerId])),
    rewrite: (rows, now) => rewrite(knex, rows, now),
    setOperation: async (ids, operationId, now) => {
      const rows = table().whereRaw('id = any(?)', [[...ids]]);
      await rows.update({ operation_id: operationId, updated_at: now });
    },
    byOperation: async (operationId) =>
      (await whole().where({ operation_id: operationId }).orderBy('id').forUpdate()).map(read),
    update: (ids, changes, now) => update(knex, ids, { changes, now }),
    ownersWithoutZone: async (limit) => {
      const owners = table().distinct('owner_id').where({ zone_pending: true }).limit(limit);
      return (await owners).map((row) => row['owner_id'] as string);
    },
    dateRows: (ownerId, timeZone, limit) => dateRows(knex, ownerId, timeZone, limit),
    owed: (ownerId, until, walletId) => owed(knex, ownerId, until, walletId),
    sumsByCategory: (ownerId, period, { walletId, currency: to } = {}) =>
      sumsByCategory(knex, ownerId, period, { walletId, to }),
  };
}

async function insert(knex: Knex, rows: readonly Transaction[]): Promise<Transaction[]> {
  if (rows.length === 0) return [];
  const once = knex<Row>('transactions').insert(rows.map(columnsOf)).onConflict(['transfer_id', 'wallet_id']).ignore();
  const given = new Map(rows.map((row) => [row.id, row]));
  const made = (await once.returning('*')).map((row) => ({
    ...read(row),
    ...labelsIn(given.get(row['id'] as string)),
  }));
  await addLabels(knex, made);
  return made;
}

async function update(
  knex: Knex,
  ids: readonly string[],
  { changes, now }: { changes: Partial<Transaction>; now: Date },
): Promise<Transaction[]> {
  if (ids.length === 0) return [];
  const changed = knex<Row>('transactions')
    .whereIn('id', ids)
    .update({ ...columnsOf(changes), updated_at: now });
  const rows = (await changed.returning(['*', knex.raw(LABELS)])).map(read);
  const { tags, splits } = changes;
  if (tags === undefined && splits === undefined) return rows;
  const labelled = rows.map((row) => ({ ...row, ...defined({ tags, splits }) }));
  await writeLabels(knex, labelled);
  return labelled;
}

const ALL = TRANSACTION_COLUMNS.join(', ');

/** One parameter for all rows: as many as they have columns cost knex and the server three times as much. */
async function insertAll(knex: Knex, rows: readonly Transaction[]): Promise<void> {
  if (rows.length === 0) return;
  await knex.raw(
    `insert into transactions (${ALL}) select ${ALL} from json_populate_recordset(null::transactions, ?)`,
    [JSON.stringify(rows.map(columnsOf))],
  );
  await addLabels(knex, rows);
}

const REWRITTEN = [
  'description',
  'wallet_id',
  'category_id',
  'split',
  'type',
  'direction',
  'date',
  'occurred_at',
  'time_zone',
  'zone_pending',
];
const REWRITE = [...REWRITTEN, 'corrected', 'status', 'transfer_id', 'operation_id', 'updated_at'];

async function rewrite(knex: Knex, rows: readonly Transaction[], updatedAt: Date): Promise<void> {
  if (rows.length === 0) return;
  await knex.raw(
    `update transactions t set ${REWRITE.map((column) => `${column} = made.${column}`).join(', ')}
     from json_populate_recordset(null::transactions, ?) made where t.id = made.id and t.owner_id = made.owner_id`,
    [JSON.stringify(rows.map((row) => columnsOf({ ...row, updatedAt })))],
  );
  await writeLabels(knex, rows);
}

async function isOnePart(knex: Knex, transferId: string): Promise<boolean> {
  const where = { transfer_id: transferId };
  const superseded = await knex<Record<string, unknown>>('superseded_transfers').where(where).first('owner_id');
  if (superseded !== undefined) return true;
  const corrected = knex<Record<string, unknown>>('transactions').where({ ...where, corrected: true });
  return (await corrected.first('id')) !== undefined;
}

/**
 * Ids of an owner's rows that stand on the transfers of some of them. Step by step: for rows that were just added the planner
 * counts on one a person, and would read all of the owner's for each (a thousand rows took 800 ms).
 */
const SAME_TRANSFERS = `
  with named as materialized (select transfer_id from transactions where id = any (?) and owner_id = ?),
  found as materialized (
    select id, owner_id from transactions where transfer_id = any (array(select transfer_id from named)))
  select id from found where owner_id = ?`;

/** A transfer has one event, whose id is its own. */
async function unrecorded(knex: Knex, consumer: string, transferIds: readonly string[]): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `select id from unnest(?::uuid[]) as given (id)
     where not exists (select from transactions where transfer_id = id)
       and not exists (select from inbox where consumer = ? and event_id = id)
       and not exists (select from superseded_transfers where transfer_id = id)`,
    [[...transferIds], consumer],
  );
  return rows.map(({ id }) => id);
}

const labelsIn = ({ tags, splits }: Labels = NO_LABELS) => ({ tags, splits });

/** The days are told here and not by the database, whose list of time zones may be another. */
async function dateRows(knex: Knex, ownerId: string, timeZone: string, limit: number): Promise<void> {
  const pending = { owner_id: ownerId, zone_pending: true };
  const rows = await knex<{ id: string; occurred_at: Date }>('transactions').where(pending).limit(limit);
  await knex.raw(
    `update transactions t set date = dated.date, time_zone = ?, zone_pending = false
     from unnest(?::uuid[], ?::date[]) as dated (id, date)
     where t.id = dated.id and t.owner_id = ? and t.zone_pending`,
    [timeZone, rows.map(({ id }) => id), rows.map((row) => dayOf(row.occurred_at, timeZone)), ownerId],
  );
}
