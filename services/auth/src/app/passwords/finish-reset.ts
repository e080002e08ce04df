import type { Device } from '../../domain/session.ts';
import { addressOf, type Channel } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import { apply, prepare } from './apply-reset.ts';
import type { PasswordPolicy } from './policy.ts';
import type { ResetResult } from './reset-password.ts';
import { RESET_KIND } from './start-reset.ts';

/** Third step: the password. `none` unless the code was given with this token. */
export async function finishReset(
  deps: Deps,
  { token, password, policy, device }: { token: string; password: string; policy: PasswordPolicy; device: Device },
): Promise<ResetResult> {
  const prepared = await prepare(deps, { password, policy });
  const tokenHash = deps.secrets.hashToken(token);
  const challenge = await deps.challenges.find(deps.db, tokenHash);
  const good =
    challenge?.kind === RESET_KIND && challenge.data['verified'] === true && challenge.expiresAt > deps.clock();
  if (!good || challenge.userId === null) return { outcome: 'none' };
  const { userId } = challenge;
  const channel = challenge.data['channel'] as Channel;
  return deps.transact(async (tx) => {
    const user = await deps.users.lock(tx, userId);
    if (!user || user.status === 'terminated') return { outcome: 'terminated', user };
    // the address may have been changed since the code came from it
    if (addressOf(user, channel) !== challenge.data['address']) return { outcome: 'none' };
    if (!(await deps.challenges.use(tx, tokenHash, deps.clock()))) return { outcome: 'none' };
    return { outcome: 'ok', ...(await apply(deps, tx, { user, password, policy, ...prepared, channel, device })) };
  });
}
