import type { DialectDeps } from '../dialect.ts';
import { isInstant, isPickedDay, nearestDay } from './input.ts';

/**
 * Fields that mean a day, as finance takes them. A client sends a picked day as its local midnight in UTC. Where the person's time
 * zone is known finance reads it there; else it is the day whose midnight is nearest.
 */
export async function pickedDays<T extends Record<string, string | undefined>>(
  deps: DialectDeps,
  userId: string,
  fields: T,
): Promise<T> {
  return read(deps, userId, fields, isInstant);
}

/** The same of a field that may also hold a time: only what can be no time but a midnight east of UTC is a picked day. */
export async function pickedTimes<T extends Record<string, string | undefined>>(
  deps: DialectDeps,
  userId: string,
  fields: T,
): Promise<T> {
  return read(deps, userId, fields, isPickedDay);
}

async function read<T extends Record<string, string | undefined>>(
  { clients }: DialectDeps,
  userId: string,
  fields: T,
  isDay: (text: string) => boolean,
): Promise<T> {
  const days = Object.entries(fields).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && isDay(entry[1]),
  );
  if (days.length === 0) return fields;
  const { me } = await clients.users.getMe({ userId });
  if (me?.profile?.timeZone) return fields;
  return { ...fields, ...Object.fromEntries(days.map(([name, text]) => [name, nearestDay(text)])) };
}
