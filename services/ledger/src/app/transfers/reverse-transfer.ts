import { notFound } from '@florin/errors';
import { countedBy } from '../../domain/posting/limits.ts';
import type { IdempotencyKey, Transfer } from '../../domain/posting/posting.ts';
import { isParty } from '../../domain/posting/transfer-filter.ts';
import { requireReversible } from '../../domain/returns.ts';
import type { Deps } from '../index.ts';
import type { Once, Tx } from '../ports.ts';

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
export function reverseTransfer(
  deps: Pick<Deps, 'transact' | 'returns'>,
  request: ReverseTransfer,
): Promise<Once<Transfer>> {
  const { transact, returns } = deps;
  return transact.once(request.key, async (tx) => {
    const found = await returns.lock(tx, request.transferId);
    if (!found || (request.callerId !== null && !isParty(found.transfer, request.callerId))) {
      throw notFound('transfer');
    }
    requireReversible(found);
    const { transfer, legs } = found;
    await returns.add(tx, transfer.id, transfer.amount);
    if (transfer.kind === 'refund') await takeBackRefund(deps, tx, transfer);
    await request.record?.(tx);
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
    });
    return posted as Transfer;
  });
}

async function takeBackRefund({ returns }: Pick<Deps, 'returns'>, tx: Tx, refund: Transfer): Promise<void> {
  const original = refund.reversesTransferId;
  if (original === null) return;
  await returns.lock(tx, original);
  await returns.add(tx, original, -refund.amount);
}
