import type { FlorinEvent } from '@florin/contracts';
import { movementsOf, type LedgerTransfer } from '../../domain/ledger/movement.ts';
import { operationOf } from '../../domain/ledger/posting.ts';
import { recordMovements, type Recording } from './record-movements.ts';

interface RecordReversal {
  event: Pick<FlorinEvent, 'id'>;
  reversal: LedgerTransfer;
  reversedTransferId: string;
}

/**
 * Takes the rows of a reversed transfer out of the diaries. When the reversal is heard of first, the rows are written
 * down as reversed, so that the transfer's own event adds nothing later. A posting that was replaced or
 * corrected here is not the whole of a row: its reversal, by an operator of the ledger, is an adjustment. Throws UNAVAILABLE: the event comes again.
 */
export async function recordReversal(
  deps: Recording,
  { event, reversal, reversedTransferId }: RecordReversal,
): Promise<void> {
  const operationId = operationOf(reversal.reference);
  if (operationId !== undefined && (await deps.stores.operations.status(operationId))) return;
  if (await deps.stores.transactions.isOnePart(reversedTransferId)) {
    const movements = movementsOf(reversal).map((each) => ({ ...each, type: 'adjustment' as const, slug: null }));
    await recordMovements(deps, event, { transfer: reversal, movements, status: 'posted' });
    return;
  }
  const undone = { ...reversal, entries: reversal.entries.map((entry) => ({ ...entry, amount: -entry.amount })) };
  const transfer = { ...undone, transferId: reversedTransferId };
  await recordMovements(deps, event, { transfer, movements: movementsOf(transfer), status: 'reversed' });
}
