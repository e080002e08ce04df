import { FlorinError, notFound } from '@florin/errors';
import { currentContext } from '@florin/service-kit';
import type { IdempotencyKey, Transfer } from '../../domain/posting/posting.ts';
import type { Once, ReturnStore, Transact } from '../ports.ts';

export interface ReverseTransfer {
  transferId: string;
  /** only transfers this user is a party of; null: the system may reverse any */
  callerId: string | null;
  note: string;
  reference: string | null;
  key: IdempotencyKey | undefined;
  /** an operator's reversal: frozen accounts take part */
  forced?: boolean;
}

/**
 * Posts a transfer that undoes another one leg by leg, once. Throws NOT_FOUND, CONFLICT when it or a part of it was given
 * back before or it is itself a reversal, INSUFFICIENT_FUNDS when the receiver has spent the money.
 */
export function createReverseTransfer(transact: Transact, returns: ReturnStore) {
  return (request: ReverseTransfer): Promise<Once<Transfer>> =>
    transact.once(request.key, async (tx) => {
      const found = await returns.lock(tx, request.transferId);
      if (!found || !concerns(found.transfer, request.callerId)) throw notFound('transfer');
      const { transfer, legs, returned } = found;
      if (returned > 0n) throw new FlorinError('CONFLICT', 'The transfer was reversed or refunded before');
      if (transfer.kind === 'reversal') throw new FlorinError('CONFLICT', 'A reversal is not reversed');
      await returns.add(tx, transfer.id, transfer.amount);
      const context = currentContext();
      const multi = legs.length > 2;
      const [posted] = await tx.post({
        kind: 'reversal',
        amount: transfer.amount,
        currency: transfer.currency,
        fromAccountId: multi ? transfer.fromAccountId : transfer.toAccountId,
        toAccountId: multi ? transfer.toAccountId : transfer.fromAccountId,
        legs: legs.map(({ accountId, amount }) => ({ accountId, amount: -amount })),
        note: request.note,
        visibility: 'private',
        reference: request.reference,
        reversesTransferId: transfer.id,
        forced: request.forced === true,
        correlationId: context?.requestId,
        traceparent: context?.traceparent,
      });
      return posted as Transfer;
    });
}

function concerns(transfer: Transfer, callerId: string | null): boolean {
  return callerId === null || transfer.fromUserId === callerId || transfer.toUserId === callerId;
}
