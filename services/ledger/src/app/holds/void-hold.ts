import { requirePending, statusAt, type Hold } from '../../domain/hold.ts';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { Deps } from '../index.ts';
import type { Once, OwnChange } from '../ports.ts';
import { freeHold, lockOwnHold } from './own-hold.ts';

/** Frees held money. Either party may ask. Throws NOT_FOUND, CONFLICT when the hold has ended. */
export function voidHold(deps: Deps, request: OwnChange): Promise<Once<Hold>> {
  const key = keyOf(request.callerId, request.key, ['void', request.id]);
  return deps.transact.once(key, async (tx) => {
    const hold = await lockOwnHold(deps, tx, request);
    // one whose time is over holds its money until the job that frees it has come by
    if (hold.status !== 'pending') requirePending(hold, tx.now);
    return freeHold(deps, tx, { ...hold, status: statusAt(hold, tx.now) === 'lapsed' ? 'lapsed' : 'voided' });
  });
}
