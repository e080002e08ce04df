import { newCardNumber } from '../../domain/card.ts';
import type { ProfileSeed } from '../../domain/profile.ts';
import type { Deps } from '../index.ts';

/** for signing up */
const SIGN_UP_POINTS = 500;

/** Makes a person's profile with membership card and sign-up points, unless there is one or the person has left. */
export async function registerPerson(
  { profiles, clock, makeEvent, nudge }: Pick<Deps, 'profiles' | 'clock' | 'makeEvent' | 'nudge'>,
  seed: ProfileSeed,
): Promise<void> {
  const signUp = makeEvent('users.points-granted.v1', seed.userId, {
    userId: seed.userId,
    grantId: `sign-up:${seed.userId}`,
    reason: 'sign-up',
    points: String(SIGN_UP_POINTS),
    lapsesAt: null,
  });
  if (await profiles.create(seed, () => newCardNumber(clock()), [signUp])) nudge();
}
