import { encodeJson, fromJson, toJson } from '@florin/service-kit';
import type { Knex } from 'knex';
import { columns, fromRow, toRow } from '@florin/service-kit/postgres';
import type { OperationStore, Outcome } from '../../app/operations/ports.ts';
import { nextAttempt, type Operation, type OperationResult } from '../../domain/ledger/operation.ts';
import { NO_LABELS } from '../../domain/transaction.ts';
import { whenAt } from '../../domain/time/occurrence.ts';

/** results kept by versions in which rows had no date, labels or makers and wallets no icon */
const dateInUtc = (at: Date) => whenAt(at, 'UTC');
const PLAIN_ROW = { ...NO_LABELS, createdBy: null };
const PLAIN_WALLET = { icon: 'wallet', colour: null, order: 0 };

const COLUMNS = columns<Operation>({
  id: true,
  ownerId: true,
  actorId: true,
  walletIds: true,
  status: true,
  action: true,
  result: true,
  error: true,
  attempts: true,
  nextAttemptAt: true,
  createdAt: true,
});
const NEW = COLUMNS.filter((column) => column !== 'result' && column !== 'error').join(', ');

function read(row: Record<string, unknown>): Operation {
  const action = fromJson(row['action']) as Operation['action'];
  const result = fromJson(row['result']) as OperationResult | null;
  const transactions =
    result?.transactions.map((each) => ({ ...PLAIN_ROW, ...dateInUtc(each.occurredAt), ...each })) ?? [];
  return {
    ...fromRow<Operation>(row),
    action,
    result: result && { ...result, wallet: result.wallet && { ...PLAIN_WALLET, ...result.wallet }, transactions },
  };
}

async function insertAll(knex: Knex, operations: readonly Operation[]): Promise<Set<string>> {
  if (operations.length === 0) return new Set();
  const sent = operations.map(({ result: _result, error: _error, action, ...rest }) => ({
    ...toRow(rest),
    action: toJson(action),
  }));
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `insert into operations (${NEW}) select ${NEW} from jsonb_populate_recordset(null::operations, ?) order by id
     on conflict do nothing returning id`,
    [JSON.stringify(sent)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** What was refused and is posted after all has no error any more. */
async function finishAll(knex: Knex, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const sent = outcomes.map((outcome) =>
    'error' in outcome
      ? { id: outcome.id, status: 'refused', error: outcome.error }
      : { id: outcome.id, status: 'posted', result: toJson(outcome.result), action: toJson(outcome.action) },
  );
  const { rowCount } = await knex.raw<{ rowCount: number }>(
    `update operations o set status = ended.status, result = ended.result, error = ended.error,
       action = coalesce(ended.action, o.action)
     from jsonb_populate_recordset(null::operations, ?) ended where o.id = ended.id`,
    [JSON.stringify(sent)],
  );
  if (rowCount !== outcomes.length) throw new Error('an operation is gone');
}

export function createOperationStore(knex: Knex): OperationStore {
  const table = () => knex<Record<string, unknown>>('operations');
  return {
    insert: async (operation) => (await insertAll(knex, [operation])).size > 0,
    insertAll: (operations) => insertAll(knex, operations),
    byIds: async (ids) =>
      (
        await table()
          .whereRaw('id = any(?)', [[...ids]])
          .select(COLUMNS)
      ).map(read),
    lockStatuses: async (ids) => {
      const rows = await table()
        .whereRaw('id = any(?)', [[...ids]])
        .orderBy('id')
        .forUpdate()
        .select('id', 'status');
      return new Map(rows.map(({ id, status }) => [id as string, status as Operation['status']]));
    },
    finishAll: (outcomes) => finishAll(knex, outcomes),
    find: async (id, lock) => {
      const query = table().where({ id });
      if (lock === 'update') void query.forUpdate();
      const row = await query.first(COLUMNS);
      return row && read(row);
    },
    status: async (id, lock) => {
      const query = table().where({ id });
      if (lock === 'update') void query.forUpdate();
      return (await query.first('status'))?.['status'] as Operation['status'] | undefined;
    },
    pendingOfWallet: async (ownerId, walletId) => {
      const rows = await table()
        .where({ owner_id: ownerId, status: 'pending' })
        .whereRaw('wallet_ids @> array[?::uuid]', [walletId])
        .select(COLUMNS);
      return rows.map(read);
    },
    setAction: async (id, action) => {
      await table()
        .where({ id })
        .update({ action: encodeJson(action) });
    },
    finish: (id, outcome) => finishAll(knex, [{ id, ...outcome }]),
    claim: (id, now) => claim(knex, id, now),
    release: async (id, at) => {
      await table().where({ id, status: 'pending', attempts: 0 }).update({ next_attempt_at: at });
    },
    wakeAll: async (now) => {
      await table()
        .where({ status: 'pending' })
        .where('attempts', '>', 0)
        .where('next_attempt_at', '>', now)
        .update({ next_attempt_at: now });
    },
    claimDue: (now, limit) => claimDue(knex, now, limit),
  };
}

async function claim(knex: Knex, id: string, now: Date): Promise<boolean> {
  const rows = await knex<Record<string, unknown>>('operations')
    .where({ id, status: 'pending' })
    .where('next_attempt_at', '<=', now)
    .update({ attempts: knex.raw('attempts + 1'), next_attempt_at: nextAttempt(0, now) })
    .returning('id');
  return rows.length > 0;
}

async function claimDue(knex: Knex, now: Date, limit: number): Promise<Operation[]> {
  const table = () => knex<Record<string, unknown>>('operations');
  const rows = await table()
    .where({ status: 'pending' })
    .where('next_attempt_at', '<=', now)
    .orderBy('next_attempt_at')
    .limit(limit)
    .forUpdate()
    .skipLocked();
  const due = rows.map(read);
  for (const { id, attempts } of due) {
    await table()
      .where({ id })
      .update({ attempts: attempts + 1, next_attempt_at: nextAttempt(attempts + 1, now) });
  }
  return due;
}
