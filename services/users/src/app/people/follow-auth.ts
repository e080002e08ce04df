import { FlorinError } from '@florin/errors';
import type { ProfileSeed } from '../../domain/profile.ts';
import type { Contact, MakeEvent, ProfileStore, RelationStore } from '../ports.ts';
import type { EnsureProfiles } from './ensure.ts';
import type { PictureStore } from './pictures.ts';
import { profileChanged } from './people.ts';

export interface FollowAuthDeps {
  profiles: ProfileStore;
  relations: RelationStore;
  pictures: PictureStore;
  ensure: EnsureProfiles;
  register: (seed: ProfileSeed) => Promise<void>;
  makeEvent: MakeEvent;
  nudge: () => void;
}

/** What the events of auth do to profiles. Each may come twice and out of order. */
export function createFollowAuth({
  profiles,
  relations,
  pictures,
  ensure,
  register,
  makeEvent,
  nudge,
}: FollowAuthDeps) {
  return {
    registered: async (seed: ProfileSeed): Promise<void> => {
      await register(seed);
      nudge();
    },
    contactChanged: async (userId: string, contact: Contact): Promise<void> => {
      const apply = () => profiles.applyContact(userId, contact, (after) => profileChanged(makeEvent, after));
      if (await apply()) {
        nudge();
        return;
      }
      // the registration event is behind: make the profile of what auth knows, then see whether this is news
      await ensure([userId]);
      if (!(await apply())) throw new FlorinError('UNAVAILABLE', 'auth does not know the user yet');
      nudge();
    },
    terminated: async (userId: string, at: Date): Promise<void> => {
      await profiles.terminate(userId, at);
      await pictures.remove(userId);
      await relations.forget(userId, at);
    },
  };
}
