import type { Deps } from '../index.ts';
import { setFrozen, type UserChange } from './frozen-accounts.ts';

/** Opens the accounts that were frozen with their owner, none that an admin froze. */
export function unfreezeUser(deps: Deps, change: UserChange): Promise<void> {
  return setFrozen(deps, change, false);
}
