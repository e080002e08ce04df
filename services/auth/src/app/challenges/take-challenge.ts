import type { User } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import { CHALLENGE_TRIES } from './offer-second-factor.ts';
import type { ChallengeData } from './offer-second-factor.ts';

export type TakeChallengeNeeds = Pick<Deps, 'challenges' | 'clock' | 'db' | 'secrets' | 'users'>;

/** Counts a try on a challenge; undefined when it is used, lapsed, out of tries, or another person's. */
export async function takeChallenge(
  deps: TakeChallengeNeeds,
  token: string,
  userId?: string,
): Promise<{ user: User; tokenHash: Buffer; data: ChallengeData } | undefined> {
  const tokenHash = deps.secrets.hashToken(token);
  const open = { tokenHash, kind: 'second-factor', now: deps.clock(), maximumTries: CHALLENGE_TRIES };
  const challenge = await deps.challenges.takeTry(deps.db, open);
  if (challenge?.userId == null || (userId !== undefined && challenge.userId !== userId)) return undefined;
  const user = await deps.users.find(deps.db, { kind: 'id', value: challenge.userId });
  return user && { user, tokenHash, data: challenge.data as unknown as ChallengeData };
}
