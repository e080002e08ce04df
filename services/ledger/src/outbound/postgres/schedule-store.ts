import type { Pool, PoolClient } from 'pg';
import type { ScheduleStore } from '../../app/schedules/ports.ts';
import type { Occurrence, Schedule } from '../../domain/schedule.ts';
import { HIGHEST_ID } from '../../domain/posting/transfer-id.ts';
import { clientOf } from './engine/transact.ts';
import { withReference } from './memo-store.ts';
import { createTable } from './rows.ts';

const schedules = createTable<Schedule>('schedules', {
  id: 'plain',
  ownerId: 'plain',
  fromAccountId: 'plain',
  toAccountId: 'plain',
  toUserId: 'plain',
  amount: 'bigint',
  currency: 'plain',
  note: 'plain',
  visibility: 'plain',
  frequency: 'plain',
  startsAt: 'plain',
  firstNumber: 'plain',
  timeZone: 'plain',
  retries: 'plain',
  failedTries: 'plain',
  endsAt: 'plain',
  status: 'plain',
  nextNumber: 'plain',
  nextAt: 'plain',
  createdAt: 'plain',
});

const MAX_OCCURRENCES = 50;

export function createScheduleStore(pool: Pool): ScheduleStore {
  const select = (where: string, values: unknown[], client: Pool | PoolClient = pool) =>
    schedules.select(client, where, values);
  return {
    add: (tx, schedule) => schedules.insert(clientOf(tx), schedule),
    lock: async (tx, id) => (await select('WHERE id = $1 FOR UPDATE', [id], clientOf(tx)))[0],
    cancelOfAccount: async (tx, accountId) => {
      // also those that had no account of the currency yet when they were made
      await clientOf(tx).query(
        `UPDATE schedules s SET status = 'cancelled', next_at = NULL FROM accounts a
         WHERE a.id = $1 AND s.status IN ('active', 'paused') AND s.currency = a.currency
           AND (coalesce(s.from_account_id, $1) = $1 AND s.owner_id = a.owner_id
                OR coalesce(s.to_account_id, $1) = $1 AND s.to_user_id = a.owner_id)`,
        [accountId],
      );
    },
    lockDue: async (tx, now, except) => {
      const due = `WHERE status = 'active' AND next_at <= $1 AND id <> ALL ($2::uuid[])
         ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED`;
      return (await select(due, [now, except], clientOf(tx)))[0];
    },
    save: (tx, schedule) => schedules.update(clientOf(tx), schedule),
    record: async (tx, scheduleId, { number, dueAt, status, transferId, failure, reason }) => {
      // one that failed may be tried again
      await clientOf(tx).query(
        `INSERT INTO schedule_occurrences (schedule_id, number, due_at, status, transfer_id, failure, reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (schedule_id, number) DO UPDATE
         SET status = excluded.status, transfer_id = excluded.transfer_id, failure = excluded.failure,
             reason = excluded.reason`,
        [scheduleId, number, dueAt, status, transferId, failure, reason],
      );
    },
    find: async (id) => (await select('WHERE id = $1', [id]))[0],
    list: (ownerId, { reference, before = HIGHEST_ID, limit }) =>
      select(`WHERE owner_id = $1 AND id < $2 AND ${withReference('$1', '$4')} ORDER BY id DESC LIMIT $3`, [
        ownerId,
        before,
        limit,
        reference ?? null,
      ]),
    occurrences: async (scheduleId) => {
      const { rows } = await pool.query<Occurrence>(
        `SELECT number, due_at AS "dueAt", status, transfer_id AS "transferId", failure, reason FROM schedule_occurrences
         WHERE schedule_id = $1 ORDER BY number DESC LIMIT ${MAX_OCCURRENCES}`,
        [scheduleId],
      );
      return rows;
    },
  };
}
