import { isFlorinError } from '@florin/errors';
import type { Occurrence, Schedule } from '../../domain/schedule.ts';
import { advance, occurrenceAt } from '../../domain/schedule.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

type Needs = Pick<Deps, 'transact' | 'schedules'>;

/**
 * Posts what is due, at most `limit` occurrences, each in a transaction that also records it and moves the schedule on:
 * it posts exactly once over crashes and with several processes. A refused one (no money, a limit) is recorded as failed
 * with an event, and not tried again. One that can't be decided now keeps no other waiting: its error is thrown in the
 * end. Returns how many were dealt with.
 */
export async function runSchedules(deps: Needs, limit: number): Promise<number> {
  const failed = new Map<string, unknown>();
  let count = 0;
  while (count < limit && (await runNext(deps, failed))) count += 1;
  if (failed.size > 0) throw new AggregateError([...failed.values()], `${failed.size} schedules could not be run`);
  return count;
}

/** False when nothing is due. */
async function runNext({ transact, schedules }: Needs, failed: Map<string, unknown>): Promise<boolean> {
  let id: string | undefined;
  try {
    return await transact.run(async (tx) => {
      const schedule = await schedules.lockDue(tx, tx.now, [...failed.keys()]);
      if (!schedule?.nextAt) return false;
      id = schedule.id;
      const occurrence = await post(tx, schedule);
      await schedules.record(tx, schedule.id, occurrence);
      await schedules.save(tx, advance(schedule));
      if (occurrence.failure !== null) await emitFailure(tx, schedule, { ...occurrence, failure: occurrence.failure });
      return true;
    });
  } catch (error) {
    // without a schedule to blame there is none to pass over
    if (id === undefined) throw error;
    failed.set(id, error);
    return true;
  }
}

async function emitFailure(tx: Tx, schedule: Schedule, failed: { dueAt: Date; failure: string }): Promise<void> {
  const { id: scheduleId, ownerId, toUserId, currency, note } = schedule;
  const facts = { scheduleId, ownerId, toUserId, amount: schedule.amount.toString(), currency, note };
  const dueAt = failed.dueAt.toISOString();
  await tx.emit('ledger.scheduled-transfer-failed.v1', scheduleId, { ...facts, dueAt, failure: failed.failure });
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
