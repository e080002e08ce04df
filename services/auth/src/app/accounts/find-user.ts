import type { User } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import type { Identifier } from './ports.ts';

/** The account with exactly this identifier; one that was terminated is found by its id only. */
export function findUser(deps: Pick<Deps, 'db' | 'users'>, identifier: Identifier): Promise<User | undefined> {
  return deps.users.find(deps.db, identifier);
}
