import type { Deps } from '../index.ts';
import { setFrozen, type UserChange } from './frozen-accounts.ts';

/**
 * Freezes the open accounts of a person who is frozen: nothing leaves or comes, scheduled transfers fail, holds are not
 * captured, and accounts opened meanwhile are frozen, too. A change older than the last one does nothing.
 */
export function freezeUser(deps: Deps, change: UserChange): Promise<void> {
  return setFrozen(deps, change, true);
}
