import { notFound } from '@florin/errors';
import type { Profile } from '../../domain/profile.ts';
import type { RewardState, RewardStore } from '../rewards/ports.ts';
import type { EnsureProfiles } from './ensure.ts';
import { ensureProfile } from './ensure.ts';
import type { Picture, PictureStore } from './pictures.ts';

export interface Me {
  profile: Profile;
  rewards: RewardState;
  picture: Picture | undefined;
}

export interface MeDeps {
  ensure: EnsureProfiles;
  rewards: RewardStore;
  pictures: PictureStore;
}

/** Everything a person may see of themselves; throws NOT_FOUND. */
export function createGetWholeMe({ ensure, rewards, pictures }: MeDeps) {
  return async (userId: string, { withPicture = false } = {}): Promise<Me> => {
    const profile = await ensureProfile(ensure, userId);
    const [state, picture] = await Promise.all([
      rewards.find(userId),
      withPicture && profile.hasPicture ? pictures.get(userId) : undefined,
    ]);
    if (!state) throw notFound('user');
    return { profile, rewards: state, picture };
  };
}
