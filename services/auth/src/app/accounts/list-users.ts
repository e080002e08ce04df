import type { User } from '../../domain/user.ts';
import type { Deps } from '../index.ts';

/** The accounts of these ids, in no order; ids of nobody are left out. */
export function listUsers(deps: Pick<Deps, 'db' | 'users'>, ids: readonly string[]): Promise<User[]> {
  return deps.users.list(deps.db, ids);
}
