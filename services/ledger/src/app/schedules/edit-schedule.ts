import { notFound } from '@florin/errors';
import { keyOf } from '../../domain/posting/idempotency.ts';
import { editMemo, isMemoEdit, type MemoEdit } from '../../domain/memo.ts';
import { editSchedule as edited, type Schedule, type ScheduleEdit } from '../../domain/schedule.ts';
import type { Deps } from '../index.ts';
import type { Once, OwnChange } from '../ports.ts';

/**
 * Edits a schedule, and what its maker noted on it, from its next occurrence on; transfers that it made keep what they carry.
 * Throws NOT_FOUND, CONFLICT when it has ended, INVALID_ARGUMENT.
 */
export function editSchedule(
  { transact, schedules, memos }: Pick<Deps, 'transact' | 'schedules' | 'memos'>,
  { callerId, id, key, ...edit }: OwnChange & ScheduleEdit & MemoEdit,
): Promise<Once<Schedule>> {
  return transact.once(keyOf(callerId, key, ['edit', id, edit]), async (tx) => {
    const found = await schedules.lock(tx, id);
    if (found?.ownerId !== callerId) throw notFound('scheduled transfer');
    const schedule = edited(found, edit, tx.now);
    await schedules.save(tx, schedule);
    if (isMemoEdit(edit)) {
      const memo = editMemo(await memos.find(tx, id), edit);
      await memos.replace(tx, id, memo && { ...memo, ownerId: callerId });
    }
    return schedule;
  });
}
