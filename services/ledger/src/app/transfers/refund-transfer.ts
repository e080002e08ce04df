import { FlorinError, invalidField, notFound } from '@florin/errors';
import { currentContext } from '@florin/service-kit';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { Transfer, TransferKind } from '../../domain/posting/posting.ts';
import type { Once, ReturnStore, Transact } from '../ports.ts';

const REFUNDABLE: ReadonlySet<TransferKind> = new Set(['peer', 'capture']);

export interface RefundTransfer {
  transferId: string;
  callerId: string;
  /** minor units; all that is left when undefined */
  amount: bigint | undefined;
  note: string;
  key: string | undefined;
}

/**
 * Gives money received back to the sender, whole or in parts that never sum to more than was received. Throws NOT_FOUND
 * unless the caller received it, CONFLICT when nothing is left to give back or the transfer is no payment,
 * INVALID_ARGUMENT for more than is left, INSUFFICIENT_FUNDS.
 */
export function createRefundTransfer(transact: Transact, returns: ReturnStore) {
  return ({ transferId, callerId, amount, note, key }: RefundTransfer): Promise<Once<Transfer>> => {
    const asked = JSON.stringify(['refund', transferId, amount === undefined ? null : String(amount), note]);
    return transact.once(keyOf(callerId, key, asked), async (tx) => {
      const found = await returns.lock(tx, transferId);
      if (found?.transfer.toUserId !== callerId) throw notFound('transfer');
      const { transfer, returned } = found;
      if (!REFUNDABLE.has(transfer.kind)) throw new FlorinError('CONFLICT', `A ${transfer.kind} is not refunded`);
      const left = transfer.amount - returned;
      if (left === 0n) throw new FlorinError('CONFLICT', 'All of it was given back before');
      const given = amount ?? left;
      if (given > left) throw invalidField('amount', `must be at most ${left.toString()}, what is left to give back`);
      await returns.add(tx, transferId, given);
      const context = currentContext();
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
        correlationId: context?.requestId,
        traceparent: context?.traceparent,
      });
      return posted as Transfer;
    });
  };
}
