import { FlorinError, invalidField } from '@florin/errors';
import type { Transfer, TransferKind } from './posting/posting.ts';

export const TRANSFER_STATUSES = ['posted', 'partly_refunded', 'refunded', 'reversed'] as const;
export type TransferStatus = (typeof TRANSFER_STATUSES)[number];

/** What was given back of a transfer and still is. Amounts are minor units. */
export interface Returns {
  returned: bigint;
  /** the transfer that undid it as a whole */
  reversedBy: string | null;
  /** newest first, at most `MAX_REFUNDS`; one that was itself reversed is not among them */
  refunds: { id: string; amount: bigint; postedAt: string }[];
}

export const MAX_REFUNDS = 20;
export const NOTHING_RETURNED: Returns = { returned: 0n, reversedBy: null, refunds: [] };

/** How a transfer stands by what was given back of it. */
export function transferStatus(
  { amount }: Pick<Transfer, 'amount'>,
  { returned, reversedBy }: Returns,
): TransferStatus {
  if (reversedBy !== null) return 'reversed';
  if (returned === 0n) return 'posted';
  return returned < amount ? 'partly_refunded' : 'refunded';
}

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
