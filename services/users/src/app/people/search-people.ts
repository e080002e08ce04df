import { inTurn } from '@florin/service-kit';
import { stateFor } from '../../domain/relation.ts';
import { searchWords } from '../../domain/search.ts';
import type { Deps } from '../index.ts';
import type { Person } from './get-person.ts';

const MAX_RESULTS = 50;

/**
 * People with a word of their name or username that starts with each word of the query, by name; at most 50. Without those whom the
 * viewer blocks or who block them. Throws RATE_LIMITED.
 */
export async function searchPeople(
  deps: Pick<Deps, 'profiles' | 'relations' | 'blocks' | 'takeSearchTurn'>,
  { viewerId, query, limit }: { viewerId: string; query: string; limit: number },
): Promise<Person[]> {
  const { profiles, relations, blocks } = deps;
  const found = await inTurn(deps.takeSearchTurn(viewerId), () =>
    profiles.search(searchWords(query), Math.min(limit, MAX_RESULTS)),
  );
  const ids = found.map((profile) => profile.userId);
  const [known, blocked] = await Promise.all([relations.findMany(viewerId, ids), blocks.between(viewerId, ids)]);
  const shown = found.filter(({ userId }) => !blocked.has(userId));
  return shown.map((profile) => ({
    profile,
    relation: stateFor(viewerId, profile.userId, known.get(profile.userId)),
  }));
}
