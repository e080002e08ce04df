import type { User } from '../../domain/user.ts';
import type { Deps } from '../index.ts';

export interface UserSearch {
  /** the beginning of a name, a last name, username, address or number, or a whole id; none: everybody */
  query?: string | undefined;
  /** id of a person */
  before?: string | undefined;
  limit: number;
}

/** People for support staff, newest first. Whoever closed the account is found by the id only. */
export function searchUsers(deps: Pick<Deps, 'db' | 'users'>, search: UserSearch): Promise<User[]> {
  return deps.users.search(deps.db, search);
}
