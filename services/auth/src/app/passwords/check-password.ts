import type { User } from '../../domain/user.ts';
import type { Deps } from '../index.ts';

/** Right or not, for an account or none, in the time of one hash. */
export async function checkPassword(
  deps: Pick<Deps, 'passwords'>,
  user: User | undefined,
  password: string,
): Promise<{ ok: boolean; stale: boolean }> {
  if (user?.passwordHash != null) return deps.passwords.verify(password, user.passwordHash);
  await deps.passwords.burn(password);
  return { ok: false, stale: false };
}
