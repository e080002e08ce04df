import { FlorinError, notFound } from '@florin/errors';
import { currentContext } from '@florin/service-kit';
import { countedBy } from '../../domain/posting/limits.ts';
import type { IdempotencyKey, Transfer } from '../../domain/posting/posting.ts';
import { isParty } from '../../domain/posting/transfer-filter.ts';
import type { Once, Returnable, ReturnStore, Transact, Tx } from '../ports.ts';

export interface ReverseTransfer {
  transferId: string;
  /** only transfers this user is a party of; null: the system may reverse any */
  callerId: string | null;
  note: string;
  reference: string | null;
  key: IdempotencyKey | undefined;
  /** an operator's reversal: frozen accounts take part */
  forced?: boolean;
  /** written with it */
  record?: (tx: Tx) => Promise<void>;
}

/**
 * Posts a transfer that undoes another one leg by leg, once; what a refund gave back may then be given back anew. Throws
 * NOT_FOUND, INSUFFICIENT_FUNDS when the receiver has spent the money, CONFLICT when it or a part of it was given back
 * before, or it can't be undone: a reversal, points (their lots would not follow), a withdrawal under way.
 */
export function createReverseTransfer(transact: Transact, returns: ReturnStore) {
  return (request: ReverseTransfer): Promise<Once<Transfer>> =>
    transact.once(request.key, async (tx) => {
      const found = await returns.lock(tx, request.transferId);
      if (!found || (request.callerId !== null && !isParty(found.transfer, request.callerId))) {
        throw notFound('transfer');
      }
      requireReversible(found);
      const { transfer, legs } = found;
      await returns.add(tx, transfer.id, transfer.amount);
      if (transfer.kind === 'refund') await takeBackRefund(tx, returns, transfer);
      await request.record?.(tx);
      const context = currentContext();
      // what came to the receiver goes back: of an exchange another amount than was sent
      const came = legs.find(({ accountId }) => accountId === transfer.toAccountId);
      if (!came) throw new Error(`transfer ${transfer.id} has no entry of its receiver`);
      const [posted] = await tx.post({
        kind: 'reversal',
        amount: came.amount,
        currency: came.currency,
        fromAccountId: transfer.toAccountId,
        toAccountId: transfer.fromAccountId,
        legs: legs.map(({ accountId, amount }) => ({ accountId, amount: -amount })),
        note: request.note,
        visibility: 'private',
        reference: request.reference,
        reversesTransferId: transfer.id,
        restores: countedBy(transfer),
        forced: request.forced === true,
        correlationId: context?.requestId,
        traceparent: context?.traceparent,
      });
      return posted as Transfer;
    });
}

function requireReversible({ transfer: { kind }, returned, pending }: Returnable): void {
  if (returned > 0n) throw new FlorinError('CONFLICT', 'The transfer was reversed or refunded before');
  if (kind === 'reversal') throw new FlorinError('CONFLICT', 'A reversal is not reversed');
  if (kind === 'points') throw new FlorinError('CONFLICT', 'Points are granted and spent, not reversed');
  if (pending) throw new FlorinError('CONFLICT', 'The withdrawal is still under way: its provider has not answered');
}

async function takeBackRefund(tx: Tx, returns: ReturnStore, refund: Transfer): Promise<void> {
  const original = refund.reversesTransferId;
  if (original === null) return;
  await returns.lock(tx, original);
  await returns.add(tx, original, -refund.amount);
}
