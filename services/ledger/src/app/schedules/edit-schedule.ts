import { notFound } from '@florin/errors';
import { keyOf } from '../../domain/posting/idempotency.ts';
import { editSchedule as edited, type Schedule, type ScheduleEdit } from '../../domain/schedule.ts';
import type { Deps } from '../index.ts';
import type { Once, OwnChange } from '../ports.ts';

/** Edits a schedule from its next occurrence on. Throws NOT_FOUND, CONFLICT when it has ended, INVALID_ARGUMENT. */
export function editSchedule(
  { transact, schedules }: Pick<Deps, 'transact' | 'schedules'>,
  { callerId, id, key, ...edit }: OwnChange & ScheduleEdit,
): Promise<Once<Schedule>> {
  return transact.once(keyOf(callerId, key, ['edit', id, edit]), async (tx) => {
    const found = await schedules.lock(tx, id);
    if (found?.ownerId !== callerId) throw notFound('scheduled transfer');
    const schedule = edited(found, edit, tx.now);
    await schedules.save(tx, schedule);
    return schedule;
  });
}
