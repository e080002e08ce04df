import { notFound } from '@florin/errors';
import type { Profile, ProfileSeed } from '../../domain/profile.ts';
import type { Directory, ProfileStore } from '../ports.ts';

export interface EnsureDeps {
  profiles: ProfileStore;
  directory: Directory;
  /** writes a profile and what comes with it, once */
  register: (seed: ProfileSeed) => Promise<void>;
}

/** ids auth takes at a time */
const MOST_ASKED = 200;

/** Profiles of active people by id. One whose registration event has not arrived is asked of auth and made. */
export type EnsureProfiles = (userIds: readonly string[]) => Promise<Map<string, Profile>>;

/**
 * Reads profiles by id and makes those that auth knows and this service does not. Unknown and terminated ids are left
 * out. Throws UNAVAILABLE when one is missing and auth does not answer.
 */
export function createEnsureProfiles({ profiles, directory, register }: EnsureDeps): EnsureProfiles {
  return async (userIds) => {
    const wanted = [...new Set(userIds)];
    const found = new Map((await profiles.findMany(wanted)).map((profile) => [profile.userId, profile]));
    const missing = wanted.filter((userId) => !found.has(userId));
    if (missing.length > 0) {
      for (let first = 0; first < missing.length; first += MOST_ASKED) {
        for (const seed of await directory.getUsers(missing.slice(first, first + MOST_ASKED))) await register(seed);
      }
      for (const profile of await profiles.findMany(missing)) found.set(profile.userId, profile);
    }
    return new Map([...found].filter(([, profile]) => profile.status === 'active'));
  };
}

/** One active profile; throws NOT_FOUND. */
export async function ensureProfile(ensure: EnsureProfiles, userId: string): Promise<Profile> {
  const profile = (await ensure([userId])).get(userId);
  if (!profile) throw notFound('user');
  return profile;
}
