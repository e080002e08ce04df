import { notFound } from '@florin/errors';
import { registerPerson } from '../people/register-person.ts';
import type { Deps } from '../index.ts';

/** A person as others name them. */
export type Target = { userId: string } | { username: string } | { email: string };

/**
 * The id of the person that is meant, and the field that names them; a given id is not looked up. Throws NOT_FOUND,
 * UNAVAILABLE, RATE_LIMITED to one who tries addresses.
 */
export async function findTarget(
  deps: Deps,
  { callerId, target }: { callerId: string; target: Target },
): Promise<{ userId: string; field: string }> {
  const [field = ''] = Object.keys(target);
  if ('userId' in target) return { userId: target.userId.toLowerCase(), field };
  const look = () => deps.directory.resolve(target);
  const seed = await ('email' in target ? deps.lookUp(callerId, look) : look());
  if (!seed) throw notFound('user');
  await registerPerson(deps, seed);
  return { userId: seed.userId, field };
}
