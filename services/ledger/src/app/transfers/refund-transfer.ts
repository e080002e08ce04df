import { notFound } from '@florin/errors';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { Transfer } from '../../domain/posting/posting.ts';
import { refundAmount } from '../../domain/returns.ts';
import type { Deps } from '../index.ts';
import type { Once } from '../ports.ts';
import { noteRefund } from '../returns/note-refund.ts';
import { countedShare } from './counted-share.ts';

export interface RefundTransfer {
  transferId: string;
  callerId: string;
  /** minor units; all that is left when undefined */
  amount: bigint | undefined;
  note: string;
  key: string | undefined;
}

/**
 * Gives money received back to the sender, whole or in parts that never sum to more than was received; it counts towards
 * the sender's limits no more. Throws NOT_FOUND
 * unless the caller received it, CONFLICT when nothing is left to give back or the transfer is no payment,
 * INVALID_ARGUMENT for more than is left, INSUFFICIENT_FUNDS.
 */
export function refundTransfer(
  deps: Deps,
  { transferId, callerId, amount, note, key }: RefundTransfer,
): Promise<Once<Transfer>> {
  const { transact, returns } = deps;
  return transact.once(keyOf(callerId, key, ['refund', transferId, amount, note]), async (tx) => {
    const found = await returns.lock(tx, transferId);
    if (found?.transfer.toUserId !== callerId) throw notFound('transfer');
    const { transfer } = found;
    const given = refundAmount(found, amount);
    await returns.add(tx, transferId, given);
    await noteRefund(deps, tx, transfer, given);
    const restores = await countedShare(deps, found, given);
    const [posted] = await tx.post({
      kind: 'refund',
      amount: given,
      currency: transfer.currency,
      fromAccountId: transfer.toAccountId,
      toAccountId: transfer.fromAccountId,
      note,
      visibility: transfer.visibility,
      reference: null,
      reversesTransferId: transferId,
      restores,
    });
    return posted as Transfer;
  });
}
