import { preferencesOf, type Preference } from '../../domain/kinds.ts';
import type { Deps } from '../index.ts';

/** What the person is told and how: every kind on every channel it can take. */
export async function listPreferences(deps: Pick<Deps, 'preferences'>, userId: string): Promise<Preference[]> {
  return preferencesOf(await deps.preferences.get(userId));
}
