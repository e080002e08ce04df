import { addressOf, type Channel } from '../../domain/user.ts';
import { issueCode } from '../codes/issue-code.ts';
import type { Deps } from '../index.ts';
import type { ChallengeData } from './offer-second-factor.ts';

/**
 * Sends the code of a sign-in that waits for its second factor. Nothing happens for a challenge that is not there or a
 * channel that is not one of the person's factors. Throws RATE_LIMITED beyond 10 an hour.
 */
export async function sendFactorCode(
  deps: Deps,
  { challenge, channel, ip }: { challenge: string; channel: Channel; ip: string },
): Promise<void> {
  const now = deps.clock();
  const found = await deps.challenges.find(deps.db, deps.secrets.hashToken(challenge));
  if (found?.kind !== 'second-factor' || found.usedAt !== null || found.expiresAt <= now || found.userId === null)
    return;
  const { factors } = found.data as unknown as ChallengeData;
  if (!factors.includes(channel === 'email' ? 'otp-email' : 'otp-sms')) return;
  const { userId } = found;
  await deps.transact(async (tx) => {
    const user = await deps.users.lock(tx, userId);
    const address = user ? addressOf(user, channel) : null;
    if (!user || address === null) return;
    await issueCode(deps, tx, { user, purpose: 'second-factor', channel, address, ip });
  });
}
