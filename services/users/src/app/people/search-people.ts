import { stateFor } from '../../domain/relation.ts';
import { searchWords } from '../../domain/search.ts';
import type { Deps } from '../index.ts';
import type { Person } from './get-person.ts';

const MAX_RESULTS = 50;

/** People with a word of their name or username that starts with each word of the query, by name; at most 50. */
export async function searchPeople(
  { profiles, relations }: Pick<Deps, 'profiles' | 'relations'>,
  { viewerId, query, limit }: { viewerId: string; query: string; limit: number },
): Promise<Person[]> {
  const found = await profiles.search(searchWords(query), Math.min(limit, MAX_RESULTS));
  const ids = found.map((profile) => profile.userId);
  const known = await relations.findMany(viewerId, ids);
  return found.map((profile) => ({
    profile,
    relation: stateFor(viewerId, profile.userId, known.get(profile.userId)),
  }));
}
