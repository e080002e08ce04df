import type { FlorinEvent } from '@florin/contracts';
import { movementsOf, type LedgerTransfer } from '../../domain/ledger/movement.ts';
import { operationOf } from '../../domain/ledger/posting.ts';
import { postToLedger } from '../operations/post.ts';
import { isTakenOver, settlePosted } from '../operations/settle.ts';
import { CONSUMER, recordMovements, type Recording } from './record-movements.ts';

interface RecordTransfer {
  event: Pick<FlorinEvent, 'id'>;
  transfer: LedgerTransfer;
}

/**
 * Writes a posted transfer into the diaries of the people it moved money of: one row per account, once. What this
 * service caused itself is known by its reference and has its rows already. Throws UNAVAILABLE: the event comes again.
 */
export async function recordTransfer(deps: Recording, { event, transfer }: RecordTransfer): Promise<void> {
  const operationId = operationOf(transfer.reference);
  if (operationId !== undefined && (await isOurs(deps, event, operationId, transfer))) return;
  await recordMovements(deps, event, { transfer, movements: movementsOf(transfer), status: 'posted' });
}

/** True when the transfer is one of this service's operations. One given up too early is set right: the ledger did it. */
async function isOurs(
  deps: Recording,
  event: Pick<FlorinEvent, 'id'>,
  operationId: string,
  { transferId }: LedgerTransfer,
): Promise<boolean> {
  const { settled } = deps.known;
  // of a batch each posting has an event
  if (settled.has(operationId)) return true;
  const status = await deps.stores.operations.status(operationId);
  if (status === 'posted') settled.add(operationId);
  if (status !== 'refused') return status !== undefined;
  const operation = await deps.stores.operations.find(operationId);
  if (!operation || !isTakenOver(operation)) throw new Error(`operation ${operationId} was refused, and yet posted`);
  // where each of several postings has an event the first asks the ledger for all
  const { action } = operation;
  const posted =
    action.kind === 'post-batch' || ('second' in action && action.second)
      ? await postToLedger(deps, operation)
      : { transferIds: new Map([[operationId, transferId]]) };
  await deps.oncePerEvent(CONSUMER, event, async (tx) => {
    await settlePosted(deps, tx, operation, posted);
  });
  return true;
}
