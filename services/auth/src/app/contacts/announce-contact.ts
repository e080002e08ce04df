import type { User } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

/** Tells the other services how a person is reached and called now. */
export async function announceContact(deps: Pick<Deps, 'clock' | 'users'>, tx: Tx, userId: string): Promise<User> {
  const user = await deps.users.lock(tx, userId);
  if (!user) throw new Error(`user ${userId} is gone`);
  tx.emit('auth.contact-changed.v1', {
    userId,
    email: user.email,
    mobile: user.mobile,
    username: user.username,
    name: user.name,
    changedAt: deps.clock().toISOString(),
  });
  return user;
}
