import { notFound } from '@florin/errors';
import type { Profile } from '../../domain/profile.ts';
import { stateFor, type RelationState } from '../../domain/relation.ts';
import { isHidden } from '../blocks/check-reach.ts';
import type { Deps } from '../index.ts';
import { ensureProfile } from './ensure-profiles.ts';

/** What others may see of a person, and how that person stands to the one who looks. */
export interface Person {
  profile: Profile;
  relation: RelationState;
}

/** A person as the viewer sees them. Throws NOT_FOUND for unknown and terminated people and those who block the viewer, UNAVAILABLE. */
export async function getPerson(
  deps: Deps,
  { viewerId, userId }: { viewerId: string; userId: string },
): Promise<Person> {
  const profile = await ensureProfile(deps, userId);
  if (await isHidden(deps, { viewerId, userId })) throw notFound('user');
  return { profile, relation: stateFor(viewerId, userId, await deps.relations.find(viewerId, userId)) };
}
