import type { User } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { CHALLENGE_TRIES, type ChallengeData } from './offer-second-factor.ts';

export interface TakenChallenge {
  /** as locked in this transaction */
  user: User;
  tokenHash: Buffer;
  data: ChallengeData;
}

/**
 * Counts a try on a challenge in the caller's transaction and locks its person; undefined when it is used, lapsed, out of
 * tries, or another person's.
 */
export async function takeChallenge(
  deps: Pick<Deps, 'challenges' | 'clock' | 'secrets' | 'users'>,
  tx: Tx,
  { token, userId }: { token: string; userId?: string | undefined },
): Promise<TakenChallenge | undefined> {
  const tokenHash = deps.secrets.hashToken(token);
  const found = await deps.challenges.find(tx, tokenHash);
  if (found?.userId == null || (userId !== undefined && found.userId !== userId)) return undefined;
  // the person's row first, as everywhere
  const user = await deps.users.lock(tx, found.userId);
  const open = { tokenHash, kind: 'second-factor', now: deps.clock(), maximumTries: CHALLENGE_TRIES };
  const challenge = await deps.challenges.takeTry(tx, open);
  return user && challenge && { user, tokenHash, data: challenge.data as unknown as ChallengeData };
}
