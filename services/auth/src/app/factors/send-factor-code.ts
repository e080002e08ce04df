import type { Channel } from '../../domain/user.ts';
import { addressOf } from '../../domain/user.ts';
import { issueCode } from '../codes/issue-code.ts';
import type { App } from '../ports.ts';
import type { ChallengeData } from './second-factor.ts';

/**
 * Sends the code of a sign-in that waits for its second factor. Nothing happens for a challenge that is not there or a
 * channel that is not one of the person's factors. Throws RATE_LIMITED beyond 10 an hour.
 */
export async function sendFactorCode(
  app: App,
  { challenge, channel, ip }: { challenge: string; channel: Channel; ip: string },
): Promise<void> {
  const now = app.clock();
  const found = await app.stores.challenges.find(app.db, app.secrets.hashToken(challenge));
  if (found?.kind !== 'second-factor' || found.usedAt !== null || found.expiresAt <= now || found.userId === null)
    return;
  const { factors } = found.data as unknown as ChallengeData;
  if (!factors.includes(channel === 'email' ? 'otp-email' : 'otp-sms')) return;
  const { userId } = found;
  await app.unit(async (unit) => {
    const user = await app.stores.users.lock(unit.trx, userId);
    const address = user ? addressOf(user, channel) : null;
    if (!user || address === null) return;
    await issueCode(app, unit, { user, purpose: 'second-factor', channel, address, ip });
  });
}
