import { notFound } from '@florin/errors';
import type { Occurrence, Schedule } from '../../domain/schedule.ts';
import type { Deps } from '../index.ts';

/** A schedule of the user with its latest occurrences, newest first. NOT_FOUND for another's. */
export async function getSchedule(
  { schedules }: Pick<Deps, 'schedules'>,
  { callerId, id }: { callerId: string; id: string },
): Promise<{ schedule: Schedule; occurrences: Occurrence[] }> {
  const schedule = await schedules.find(id);
  if (schedule?.ownerId !== callerId) throw notFound('scheduled transfer');
  return { schedule, occurrences: await schedules.occurrences(id) };
}
