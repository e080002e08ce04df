import { FlorinError, invalidField } from '@florin/errors';
import type { Transfer, TransferKind } from './posting/posting.ts';

const REFUNDABLE: ReadonlySet<TransferKind> = new Set(['peer', 'capture']);

/**
 * How much a refund gives back: what is asked for, by default all that is left. Throws CONFLICT when the transfer is no
 * payment or nothing is left, INVALID_ARGUMENT for more than is left. `returned` is what was given back before.
 */
export function refundAmount(
  { transfer, returned }: { transfer: Transfer; returned: bigint },
  asked: bigint | undefined,
): bigint {
  if (!REFUNDABLE.has(transfer.kind)) throw new FlorinError('CONFLICT', `A ${transfer.kind} is not refunded`);
  const left = transfer.amount - returned;
  if (left === 0n) throw new FlorinError('CONFLICT', 'All of it was given back before');
  const given = asked ?? left;
  if (given > left) throw invalidField('amount', `must be at most ${left.toString()}, what is left to give back`);
  return given;
}

/** Throws CONFLICT for what is not reversed: what was given back before, reversals, points, withdrawals under way. */
export function requireReversible({
  transfer: { kind },
  returned,
  pending,
}: {
  transfer: Transfer;
  returned: bigint;
  /** a withdrawal whose provider has not decided yet */
  pending: boolean;
}): void {
  if (returned > 0n) throw new FlorinError('CONFLICT', 'The transfer was reversed or refunded before');
  if (kind === 'reversal') throw new FlorinError('CONFLICT', 'A reversal is not reversed');
  if (kind === 'points') throw new FlorinError('CONFLICT', 'Points are granted and spent, not reversed');
  if (pending) throw new FlorinError('CONFLICT', 'The withdrawal is still under way: its provider has not answered');
}
