import { notFound } from '@florin/errors';
import { keyOf } from '../../domain/posting/idempotency.ts';
import { changeSchedule as changed, type Schedule, type ScheduleChange } from '../../domain/schedule.ts';
import type { Deps } from '../index.ts';
import type { Once, OwnChange } from '../ports.ts';

/** Pauses, resumes, skips the next occurrence of, or cancels a schedule. Throws NOT_FOUND, CONFLICT when it has ended. */
export function changeSchedule(
  { transact, schedules }: Pick<Deps, 'transact' | 'schedules'>,
  { callerId, id, change, key }: OwnChange & { change: ScheduleChange },
): Promise<Once<Schedule>> {
  return transact.once(keyOf(callerId, key, [change, id]), async (tx) => {
    const found = await schedules.lock(tx, id);
    if (found?.ownerId !== callerId) throw notFound('scheduled transfer');
    const { schedule, missed } = changed(found, change, tx.now);
    for (const occurrence of missed) await schedules.record(tx, id, occurrence);
    await schedules.save(tx, schedule);
    return schedule;
  });
}
