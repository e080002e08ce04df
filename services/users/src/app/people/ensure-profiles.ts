import { notFound } from '@florin/errors';
import type { Profile } from '../../domain/profile.ts';
import type { Deps } from '../index.ts';
import { registerPerson } from './register-person.ts';

/** ids that auth takes in one call */
const MAX_IDS = 200;

/**
 * Active profiles by id. Those that auth knows and this service does not (the registration event is late) are made.
 * Unknown and terminated ids are left out. Throws UNAVAILABLE when one is missing and auth does not answer.
 */
export async function ensureProfiles(deps: Deps, userIds: readonly string[]): Promise<Map<string, Profile>> {
  const wanted = [...new Set(userIds)];
  const found = new Map((await deps.profiles.findMany(wanted)).map((profile) => [profile.userId, profile]));
  const missing = wanted.filter((userId) => !found.has(userId));
  for (let first = 0; first < missing.length; first += MAX_IDS) {
    const seeds = await deps.directory.getUsers(missing.slice(first, first + MAX_IDS));
    for (const seed of seeds) await registerPerson(deps, seed);
  }
  if (missing.length > 0) {
    for (const profile of await deps.profiles.findMany(missing)) found.set(profile.userId, profile);
  }
  return new Map([...found].filter(([, profile]) => profile.status === 'active'));
}

/** One active profile, made like those of ensureProfiles. Throws NOT_FOUND, UNAVAILABLE. */
export async function ensureProfile(deps: Deps, userId: string): Promise<Profile> {
  const profile = (await ensureProfiles(deps, [userId])).get(userId);
  if (!profile) throw notFound('user');
  return profile;
}
