import { encodeJson, fromJson } from '@florin/service-kit';
import type { Knex } from 'knex';
import { columns, fromRow, toRow } from '@florin/service-kit/postgres';
import type { OperationStore } from '../../app/operations/ports.ts';
import { nextAttempt, type Operation, type OperationResult } from '../../domain/ledger/operation.ts';
import { NO_LABELS } from '../../domain/transaction.ts';
import { whenAt } from '../../domain/time/occurrence.ts';

/** results kept by versions in which rows had no date or labels and wallets no icon */
const dateInUtc = (at: Date) => whenAt(at, 'UTC');
const PLAIN_WALLET = { icon: 'wallet', colour: null, order: 0 };

const COLUMNS = columns<Operation>({
  id: true,
  ownerId: true,
  walletIds: true,
  status: true,
  action: true,
  result: true,
  error: true,
  attempts: true,
  nextAttemptAt: true,
  createdAt: true,
});

function read(row: Record<string, unknown>): Operation {
  const action = fromJson(row['action']) as Operation['action'];
  const result = fromJson(row['result']) as OperationResult | null;
  const transactions =
    result?.transactions.map((each) => ({ ...NO_LABELS, ...dateInUtc(each.occurredAt), ...each })) ?? [];
  return {
    ...fromRow<Operation>(row),
    action,
    result: result && { ...result, wallet: result.wallet && { ...PLAIN_WALLET, ...result.wallet }, transactions },
  };
}

function outcomeOf(outcome: Parameters<OperationStore['finish']>[1]): Record<string, unknown> {
  if ('error' in outcome) return { status: 'refused', error: JSON.stringify(outcome.error) };
  const { result, action } = outcome;
  const kept = action ? { action: encodeJson(action) } : {};
  return { status: 'posted', result: encodeJson(result), error: null, ...kept };
}

export function createOperationStore(knex: Knex): OperationStore {
  const table = () => knex<Record<string, unknown>>('operations');
  return {
    insert: async (operation) => {
      const { action, result: _result, error: _error, ...rest } = operation;
      const row = { ...toRow(rest), action: encodeJson(action) };
      return (await table().insert(row).onConflict().ignore().returning('id')).length > 0;
    },
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
    finish: async (id, outcome) => {
      const count = await table().where({ id }).update(outcomeOf(outcome));
      if (count === 0) throw new Error(`operation ${id} is gone`);
    },
    claim: async (id, now) => {
      const rows = await table()
        .where({ id, status: 'pending' })
        .where('next_attempt_at', '<=', now)
        .update({ attempts: knex.raw('attempts + 1'), next_attempt_at: nextAttempt(0, now) })
        .returning('id');
      return rows.length > 0;
    },
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
