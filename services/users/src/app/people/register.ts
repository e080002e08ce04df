import type { ProfileSeed } from '../../domain/profile.ts';
import { newCardNumber } from '../../domain/card.ts';
import { SIGN_UP_POINTS } from '../../domain/points.ts';
import type { Clock } from '@florin/service-kit';
import type { MakeEvent, ProfileStore } from '../ports.ts';

export interface RegisterDeps {
  profiles: ProfileStore;
  clock: Clock;
  makeEvent: MakeEvent;
}

/** Makes a person's profile with membership card and sign-up points; does nothing when there is one or the person has left. */
export function createRegister({ profiles, clock, makeEvent }: RegisterDeps) {
  return async (seed: ProfileSeed): Promise<void> => {
    const signUp = makeEvent('users.points-granted.v1', seed.userId, {
      userId: seed.userId,
      grantId: `sign-up:${seed.userId}`,
      reason: 'sign-up',
      points: String(SIGN_UP_POINTS),
      lapsesAt: null,
    });
    await profiles.create(seed, () => newCardNumber(clock()), [signUp]);
  };
}
