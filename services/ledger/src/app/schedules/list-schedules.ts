import type { Schedule } from '../../domain/schedule.ts';
import type { Deps } from '../index.ts';
import type { Page } from '../ports.ts';

/** The user's schedules, newest first. */
export function listSchedules(
  { schedules }: Pick<Deps, 'schedules'>,
  { ownerId, ...query }: Page & { ownerId: string; reference: string | undefined },
): Promise<Schedule[]> {
  return schedules.list(ownerId, query);
}
