import { captureAmount, requirePending, type Hold } from '../../domain/hold.ts';
import { memoParts, type Memo } from '../../domain/memo.ts';
import { keyOf } from '../../domain/posting/idempotency.ts';
import { dayOf } from '../../domain/posting/limits.ts';
import type { Deps } from '../index.ts';
import type { Once, OwnChange } from '../ports.ts';
import { lockOwnHold } from './own-hold.ts';

interface CaptureHold extends OwnChange {
  amount: bigint | undefined;
  memo?: Memo | undefined;
}

/**
 * Moves held money, all or a part, to the one it is held for; what is not captured is free again. Either party may ask.
 * The transfer carries the memo of who asks, else that of the hold. Throws NOT_FOUND, CONFLICT when the hold has ended,
 * INVALID_ARGUMENT above the hold, ACCOUNT_FROZEN.
 */
export function captureHold(deps: Deps, request: CaptureHold): Promise<Once<Hold>> {
  const { amount, memo, callerId } = request;
  const asked = ['capture', request.id, amount, ...memoParts(memo)];
  return deps.transact.once(keyOf(request.callerId, request.key, asked), async (tx) => {
    const hold = await lockOwnHold(deps, tx, request);
    requirePending(hold, tx.now);
    const captured = captureAmount(hold, amount);
    const [transfer] = await tx.post({
      kind: 'capture',
      amount: captured,
      currency: hold.currency,
      fromAccountId: hold.accountId,
      toAccountId: hold.payeeAccountId,
      releaseHeld: hold.amount,
      restores: {
        accountId: hold.accountId,
        alsoAt: await deps.accounts.countsAt(tx, hold.accountId),
        counted: hold.amount,
        still: captured,
        count: 0,
        day: dayOf(hold.createdAt),
      },
      note: hold.note,
      visibility: 'private',
      reference: hold.id,
      memo: memo ? { ...memo, ownerId: callerId } : await deps.memos.find(tx, hold.id),
    });
    const ended: Hold = { ...hold, status: 'captured', captured, transferId: transfer?.id ?? null };
    await deps.holds.end(tx, ended);
    return ended;
  });
}
