import { registerPerson } from '../people/register-person.ts';
import type { Deps } from '../index.ts';

/** A person as others name them. */
export type Target = { userId: string } | { username: string } | { email: string };

/** The id of the person that is meant, and the field that names them. Throws NOT_FOUND, UNAVAILABLE; a given id is not looked up. */
export async function findTarget(deps: Deps, target: Target): Promise<{ userId: string; field: string }> {
  const [field = ''] = Object.keys(target);
  if ('userId' in target) return { userId: target.userId.toLowerCase(), field };
  const seed = await deps.directory.resolve(target);
  await registerPerson(deps, seed);
  return { userId: seed.userId, field };
}
