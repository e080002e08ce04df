import type { Pool, PoolClient } from 'pg';
import type { ScheduleStore } from '../../app/schedules/ports.ts';
import type { Visibility } from '../../domain/posting/posting.ts';
import type { Frequency, Occurrence, Schedule } from '../../domain/schedule.ts';
import { HIGHEST_ID } from '../../domain/posting/transfer-id.ts';
import { clientOf } from './engine/transact.ts';
import { insertRow, updateRow } from './rows.ts';

interface Row {
  id: string;
  owner_id: string;
  from_account_id: string | null;
  to_account_id: string | null;
  to_user_id: string;
  amount: string;
  currency: string;
  note: string;
  visibility: Visibility;
  frequency: Frequency;
  starts_at: Date;
  first_number: number;
  time_zone: string;
  retries: number;
  failed_tries: number;
  ends_at: Date | null;
  status: Schedule['status'];
  next_number: number;
  next_at: Date | null;
  created_at: Date;
}

const COLUMNS = `id, owner_id, from_account_id, to_account_id, to_user_id, amount, currency, note, visibility, frequency,
  starts_at, first_number, time_zone, retries, failed_tries, ends_at, status, next_number, next_at, created_at`;
const MAX_OCCURRENCES = 50;

const toSchedule = (row: Row): Schedule => ({
  id: row.id,
  ownerId: row.owner_id,
  fromAccountId: row.from_account_id,
  toAccountId: row.to_account_id,
  toUserId: row.to_user_id,
  amount: BigInt(row.amount),
  currency: row.currency,
  note: row.note,
  visibility: row.visibility,
  frequency: row.frequency,
  startsAt: row.starts_at,
  firstNumber: row.first_number,
  timeZone: row.time_zone,
  retries: row.retries,
  failedTries: row.failed_tries,
  endsAt: row.ends_at,
  status: row.status,
  nextNumber: row.next_number,
  nextAt: row.next_at,
  createdAt: row.created_at,
});

const toRow = (schedule: Schedule): Record<keyof Row, unknown> => ({
  id: schedule.id,
  owner_id: schedule.ownerId,
  from_account_id: schedule.fromAccountId,
  to_account_id: schedule.toAccountId,
  to_user_id: schedule.toUserId,
  amount: schedule.amount,
  currency: schedule.currency,
  note: schedule.note,
  visibility: schedule.visibility,
  frequency: schedule.frequency,
  starts_at: schedule.startsAt,
  first_number: schedule.firstNumber,
  time_zone: schedule.timeZone,
  retries: schedule.retries,
  failed_tries: schedule.failedTries,
  ends_at: schedule.endsAt,
  status: schedule.status,
  next_number: schedule.nextNumber,
  next_at: schedule.nextAt,
  created_at: schedule.createdAt,
});

export function createScheduleStore(pool: Pool): ScheduleStore {
  const select = async (where: string, values: unknown[], client: Pool | PoolClient = pool): Promise<Schedule[]> =>
    (await client.query<Row>(`SELECT ${COLUMNS} FROM schedules ${where}`, values)).rows.map(toSchedule);
  return {
    add: (tx, schedule) => insertRow(clientOf(tx), 'schedules', toRow(schedule)),
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
    save: (tx, schedule) => updateRow(clientOf(tx), 'schedules', toRow(schedule)),
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
    list: (ownerId, { before = HIGHEST_ID, limit }) =>
      select('WHERE owner_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3', [ownerId, before, limit]),
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
