import type { Preferences, Profile } from '../../domain/profile.ts';
import type { RelationState } from '../../domain/relation.ts';
import { stateFor } from '../../domain/relation.ts';
import { searchWords } from '../../domain/search.ts';
import type { MakeEvent, ProfileChange, ProfileStore, RelationStore } from '../ports.ts';
import type { EnsureProfiles } from './ensure.ts';
import { ensureProfile } from './ensure.ts';

export interface PeopleDeps {
  profiles: ProfileStore;
  relations: RelationStore;
  ensure: EnsureProfiles;
  makeEvent: MakeEvent;
  nudge: () => void;
}

/** What others may see of a person. */
export interface Person {
  profile: Profile;
  relation: RelationState;
}

const MAX_RESULTS = 50;

/** Reading and changing profiles. */
export function createPeople({ profiles, relations, ensure, makeEvent, nudge }: PeopleDeps) {
  return {
    /** One's own profile; throws NOT_FOUND for somebody auth does not know. */
    getMe: (userId: string): Promise<Profile> => ensureProfile(ensure, userId),

    /** A person and how they stand to the viewer; throws NOT_FOUND for unknown and terminated people. */
    getPerson: async (viewerId: string, userId: string): Promise<Person> => {
      const profile = await ensureProfile(ensure, userId);
      return { profile, relation: stateFor(viewerId, userId, await relations.find(viewerId, userId)) };
    },

    /** Profiles by id; unknown and terminated ids are left out. */
    getProfiles: async (userIds: readonly string[]): Promise<Profile[]> => [...(await ensure(userIds)).values()],

    /** Changes one's own profile and tells the others; throws NOT_FOUND. */
    changeMe: async (userId: string, change: ProfileChange): Promise<Profile> => {
      await ensureProfile(ensure, userId);
      const changed = await profiles.change(userId, change, (after) => profileChanged(makeEvent, after));
      nudge();
      return changed ?? ensureProfile(ensure, userId);
    },

    /** The person's calendar rules; throws NOT_FOUND. */
    getPreferences: async (userId: string): Promise<Preferences & { timeZone: string }> => {
      const { preferences, timeZone } = await ensureProfile(ensure, userId);
      return { ...preferences, timeZone: timeZone ?? 'UTC' };
    },

    /** People any of whose name's words or username start with each word of the query, by name; at most 50. */
    search: async (viewerId: string, query: string, limit: number): Promise<Person[]> => {
      const found = await profiles.search(searchWords(query), Math.min(limit, MAX_RESULTS));
      const known = await relations.findMany(
        viewerId,
        found.map((profile) => profile.userId),
      );
      return found.map((profile) => ({
        profile,
        relation: stateFor(viewerId, profile.userId, known.get(profile.userId)),
      }));
    },
  };
}

/** The event of a changed profile. */
export function profileChanged(makeEvent: MakeEvent, { userId, name, username, timeZone, locale }: Profile) {
  return makeEvent('users.profile-changed.v1', userId, { userId, name, username, timeZone, locale });
}
