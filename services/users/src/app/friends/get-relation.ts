import { stateFor, type RelationState } from '../../domain/relation.ts';
import type { Deps } from '../index.ts';

/** How the other person stands to this one. */
export async function getRelation(
  { relations }: Pick<Deps, 'relations'>,
  { userId, otherId }: { userId: string; otherId: string },
): Promise<RelationState> {
  return stateFor(userId, otherId, await relations.find(userId, otherId));
}
