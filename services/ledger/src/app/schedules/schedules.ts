import { invalidField, isFlorinError, notFound } from '@florin/errors';
import { newId } from '@florin/service-kit';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { Visibility } from '../../domain/posting/posting.ts';
import type { Frequency, Occurrence, Schedule } from '../../domain/schedule.ts';
import { advance, occurrenceAt, requireAlive, resume, skipped } from '../../domain/schedule.ts';
import type { Directory } from '../directory.ts';
import type { Once, ScheduleStore, Transact, Tx } from '../ports.ts';
import type { Recipient } from '../transfers/make-posting.ts';
import { recipientAccount } from '../transfers/make-posting.ts';

export interface ScheduleParts {
  directory: Directory;
  transact: Transact;
  schedules: ScheduleStore;
}

export interface NewSchedule {
  callerId: string;
  to: Recipient;
  amount: bigint;
  currency: string;
  note: string;
  visibility: Visibility;
  frequency: Frequency;
  startsAt: Date;
  endsAt: Date | undefined;
  key: string | undefined;
}

const DAY_MS = 86_400_000;
const MOST_DAYS = 3_660;

/**
 * Plans transfers from the caller's main account. Throws NOT_FOUND naming `to`, INVALID_ARGUMENT, and INSUFFICIENT_FUNDS
 * when it takes a new account of the recipient and not even the first transfer could be made.
 */
export function createSchedule({ directory, transact, schedules }: ScheduleParts) {
  return async (plan: NewSchedule): Promise<Once<Schedule>> => {
    const { callerId, to, amount, currency, note, visibility, frequency, startsAt, endsAt } = plan;
    const asked = JSON.stringify(['schedule', { ...plan, amount: String(amount), key: undefined }]);
    const key = keyOf(callerId, plan.key, asked);
    const first = await transact.replay<Schedule>(key);
    if (first) return first;
    const from = await directory.ownAccount(callerId, currency);
    const toAccount = await recipientAccount(directory, to, { payer: from, amount });
    const toUserId = toAccount.ownerId;
    if (toUserId === null || toUserId === callerId) throw invalidField('to', 'must be somebody else');
    if (endsAt && endsAt < startsAt) throw invalidField('endsAt', 'must not be before startsAt');
    return transact.once(key, async (tx) => {
      requireStart(startsAt, tx.now);
      const schedule: Schedule = {
        id: newId(),
        ownerId: callerId,
        fromAccountId: from.id,
        toAccountId: toAccount.id,
        toUserId,
        amount,
        currency,
        note,
        visibility,
        frequency,
        startsAt,
        endsAt: endsAt ?? null,
        status: 'active',
        nextNumber: 0,
        nextAt: startsAt,
        createdAt: tx.now,
      };
      await schedules.add(tx, schedule);
      return schedule;
    });
  };
}

/** A first occurrence that fell due while the plan was made is welcome. */
function requireStart(startsAt: Date, now: Date): void {
  const inMs = startsAt.getTime() - now.getTime();
  if (inMs < -DAY_MS) throw invalidField('startsAt', 'must not be more than a day ago');
  if (inMs > MOST_DAYS * DAY_MS) throw invalidField('startsAt', `must be within ${MOST_DAYS} days`);
}

export type ScheduleChange = 'pause' | 'resume' | 'skip' | 'cancel';

/** Pauses, resumes, skips the next occurrence of, or cancels a schedule. Throws NOT_FOUND, CONFLICT when it has ended. */
export function createChangeSchedule({ transact, schedules }: ScheduleParts) {
  return (request: { callerId: string; id: string; change: ScheduleChange; key: string | undefined }) => {
    const { callerId, id, change, key } = request;
    return transact.once(keyOf(callerId, key, JSON.stringify([change, id])), async (tx): Promise<Schedule> => {
      const found = await schedules.lock(tx, id);
      if (found?.ownerId !== callerId) throw notFound('scheduled transfer');
      requireAlive(found);
      const { schedule, missed } = changedBy(found, change, tx.now);
      for (const occurrence of missed) await schedules.record(tx, id, occurrence);
      await schedules.save(tx, schedule);
      return schedule;
    });
  };
}

function changedBy(schedule: Schedule, change: ScheduleChange, now: Date): ReturnType<typeof resume> {
  switch (change) {
    case 'pause':
      return { schedule: { ...schedule, status: 'paused' }, missed: [] };
    case 'resume':
      return schedule.status === 'paused' ? resume(schedule, now) : { schedule, missed: [] };
    case 'skip': {
      const { nextNumber, nextAt } = schedule;
      return { schedule: advance(schedule), missed: nextAt ? [skipped(nextNumber, nextAt)] : [] };
    }
    case 'cancel':
      return { schedule: { ...schedule, status: 'cancelled', nextAt: null }, missed: [] };
  }
}

/**
 * Posts what is due, at most `limit` occurrences, each in a transaction that also records it and moves the schedule on:
 * it posts exactly once over crashes and with several processes. A refused one (no money, a limit) is recorded as failed
 * with an event, and not tried again. One that can't be decided now keeps no other waiting. Answers how many were dealt with.
 */
export function createRunSchedules({ transact, schedules }: ScheduleParts) {
  const runNext = async (failed: Map<string, unknown>): Promise<boolean> => {
    let id: string | undefined;
    try {
      return await transact.run(async (tx) => {
        const schedule = await schedules.lockDue(tx, tx.now, [...failed.keys()]);
        if (!schedule?.nextAt) return false;
        id = schedule.id;
        const occurrence = await post(tx, schedule);
        await schedules.record(tx, schedule.id, occurrence);
        await schedules.save(tx, advance(schedule));
        if (occurrence.failure !== null) await tell(tx, schedule, { ...occurrence, failure: occurrence.failure });
        return true;
      });
    } catch (error) {
      // without a schedule to blame there is none to pass over
      if (id === undefined) throw error;
      failed.set(id, error);
      return true;
    }
  };
  return async (limit: number): Promise<number> => {
    const failed = new Map<string, unknown>();
    let count = 0;
    while (count < limit && (await runNext(failed))) count += 1;
    if (failed.size > 0) throw new AggregateError([...failed.values()], `${failed.size} schedules could not be run`);
    return count;
  };
}

async function tell(tx: Tx, schedule: Schedule, { dueAt, failure }: Occurrence & { failure: string }): Promise<void> {
  const { id: scheduleId, ownerId, toUserId, amount, currency, note } = schedule;
  await tx.emit('ledger.scheduled-transfer-failed.v1', scheduleId, {
    scheduleId, ownerId, toUserId, amount: amount.toString(), currency, note, dueAt: dueAt.toISOString(), failure,
  }); // prettier-ignore
}

async function post(tx: Tx, schedule: Schedule): Promise<Occurrence> {
  const { id, amount, currency, fromAccountId, toAccountId, note, visibility, nextNumber: number } = schedule;
  const dueAt = occurrenceAt(schedule, number) ?? tx.now;
  try {
    const sides = { fromAccountId, toAccountId };
    const [transfer] = await tx.post({ kind: 'peer', amount, currency, ...sides, note, visibility, reference: id });
    return { number, dueAt, status: 'posted', transferId: transfer?.id ?? null, failure: null };
  } catch (error) {
    // a refusal has written nothing, so the transaction goes on
    if (!isFlorinError(error)) throw error;
    return { number, dueAt, status: 'failed', transferId: null, failure: error.code };
  }
}

/** A schedule of the user with its latest occurrences, newest first. NOT_FOUND for another's. */
export function createGetSchedule({ schedules }: ScheduleParts) {
  return async (callerId: string, id: string): Promise<{ schedule: Schedule; occurrences: Occurrence[] }> => {
    const schedule = await schedules.find(id);
    if (schedule?.ownerId !== callerId) throw notFound('scheduled transfer');
    return { schedule, occurrences: await schedules.occurrences(id) };
  };
}
