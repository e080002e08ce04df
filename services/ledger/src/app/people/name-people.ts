import type { Deps } from '../index.ts';
import type { People } from './ports.ts';

const MAX_IDS = 200;

/**
 * The people behind the ids of a list, in as few calls as there are two hundreds of them. While they can't be asked the
 * list goes out without names: what it says of money doesn't depend on them.
 */
export async function namePeople(
  { people, logger }: Pick<Deps, 'people' | 'logger'>,
  userIds: readonly (string | null)[],
): Promise<People> {
  const ids = [...new Set(userIds)].filter((id) => id !== null);
  const chunks = Array.from({ length: Math.ceil(ids.length / MAX_IDS) }, (_, at) =>
    ids.slice(at * MAX_IDS, (at + 1) * MAX_IDS),
  );
  try {
    const found = await Promise.all(chunks.map((chunk) => people.byIds(chunk)));
    return new Map(found.flat().map((person) => [person.id, person]));
  } catch (error) {
    logger.warn({ err: error }, 'a list goes out without names');
    return new Map();
  }
}
