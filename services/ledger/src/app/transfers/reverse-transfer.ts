import { notFound } from '@florin/errors';
import type { IdempotencyKey, Share, Transfer } from '../../domain/posting/posting.ts';
import { isParty } from '../../domain/posting/transfer-filter.ts';
import { requireReversible } from '../../domain/returns.ts';
import type { Deps } from '../index.ts';
import type { Once, Tx } from '../ports.ts';
import { noteRefund } from '../returns/note-refund.ts';
import { countedShare } from './counted-share.ts';

export interface ReverseTransfer {
  transferId: string;
  /** only transfers this user is a party of; null: the system may reverse any */
  callerId: string | null;
  note: string;
  reference: string | null;
  key: IdempotencyKey | undefined;
  /** what the account that pays it back must keep, minor units */
  floor?: bigint | undefined;
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
export function reverseTransfer(deps: Deps, request: ReverseTransfer): Promise<Once<Transfer>> {
  const { transact, returns } = deps;
  return transact.once(request.key, async (tx) => {
    const found = await returns.lock(tx, request.transferId);
    if (!found || (request.callerId !== null && !isParty(found.transfer, request.callerId))) {
      throw notFound('transfer');
    }
    requireReversible(found);
    const { transfer, legs } = found;
    await returns.add(tx, transfer.id, transfer.amount);
    await noteRefund(deps, tx, transfer, transfer.amount);
    const restores =
      transfer.kind === 'refund' ? await takeBackRefund(deps, tx, transfer) : await countedShare(deps, found);
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
      restores,
      floor: request.floor,
      forced: request.forced === true,
    });
    return posted as Transfer;
  });
}

/** What was refunded may be refunded anew, and counts again towards the limits of the one who paid it. */
async function takeBackRefund(deps: Deps, tx: Tx, refund: Transfer): Promise<Share | undefined> {
  const id = refund.reversesTransferId;
  const original = id === null ? undefined : await deps.returns.lock(tx, id);
  if (!original) return undefined;
  const { transfer } = original;
  await deps.returns.add(tx, transfer.id, -refund.amount);
  await noteRefund(deps, tx, transfer, -refund.amount);
  return countedShare(deps, original, -refund.amount);
}
