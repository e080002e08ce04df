import type { User } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import type { Identifier } from './ports.ts';

type Needs = Pick<Deps, 'db' | 'users'>;

/** The account with exactly this identifier; one that was terminated is found by its id only. */
export function findUser(deps: Needs, identifier: Identifier): Promise<User | undefined> {
  return deps.users.find(deps.db, identifier);
}
