import { notFound } from '@florin/errors';
import type { Profile } from '../../domain/profile.ts';
import type { Deps } from '../index.ts';
import type { Picture } from '../pictures/ports.ts';
import type { RewardState } from '../rewards/ports.ts';
import { ensureProfile } from './ensure-profiles.ts';

export interface Me {
  profile: Profile;
  rewards: RewardState;
  picture: Picture | undefined;
}

/** Everything a person may see of themselves. Throws NOT_FOUND, UNAVAILABLE. */
export async function getMe(
  deps: Deps,
  { userId, withPicture = false }: { userId: string; withPicture?: boolean },
): Promise<Me> {
  const profile = await ensureProfile(deps, userId);
  const [rewards, picture] = await Promise.all([
    deps.rewards.find(userId),
    withPicture && profile.hasPicture ? deps.pictures.get(userId) : undefined,
  ]);
  if (!rewards) throw notFound('user');
  return { profile, rewards, picture };
}
