import type { Deps } from '../index.ts';
import type { People, Person } from './ports.ts';

const MAX_IDS = 200;

/**
 * The people behind the ids of a list, in as few calls as there are two hundreds of them. While they can't be asked the
 * list goes out without names: what it says of money doesn't depend on them.
 */
export async function namePeople(
  { people, logger }: Pick<Deps, 'people' | 'logger'>,
  userIds: readonly (string | null)[],
): Promise<People> {
  try {
    return await askInParts(userIds, (chunk) => people.byIds(chunk));
  } catch (error) {
    logger.warn({ err: error }, 'a list goes out without names');
    return new Map();
  }
}

/** Asks for each id once, for at most 200 at a time; who is not known is missing. */
export async function askInParts<T extends Person>(
  userIds: readonly (string | null)[],
  ask: (chunk: string[]) => Promise<T[]>,
): Promise<Map<string, T>> {
  const ids = [...new Set(userIds)].filter((id) => id !== null);
  const chunks = Array.from({ length: Math.ceil(ids.length / MAX_IDS) }, (_, at) =>
    ids.slice(at * MAX_IDS, (at + 1) * MAX_IDS),
  );
  const found = await Promise.all(chunks.map(ask));
  return new Map(found.flat().map((person) => [person.id, person]));
}
