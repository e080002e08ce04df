import { stateFor } from '../../domain/relation.ts';
import type { Deps } from '../index.ts';
import { ensureProfiles } from './ensure-profiles.ts';
import type { Person } from './get-person.ts';

/** People by id, in the order asked. Unknown ones, and those who block the viewer, are left out. Throws UNAVAILABLE. */
export async function listPeople(
  deps: Deps,
  { viewerId, ids }: { viewerId: string; ids: readonly string[] },
): Promise<Person[]> {
  const [profiles, relations, blocks] = await Promise.all([
    ensureProfiles(deps, ids),
    deps.relations.findMany(viewerId, ids),
    deps.blocks.between(viewerId, ids),
  ]);
  return ids.flatMap((id) => {
    const profile = profiles.get(id);
    if (!profile || blocks.get(id)?.byThem) return [];
    return [{ profile, relation: stateFor(viewerId, id, relations.get(id)) }];
  });
}
