import { NOTHING_RETURNED, transferStatus, type Returns, type TransferStatus } from '../returns.ts';
import type { Transfer, TransferKind } from './posting.ts';

/** What a list of transfers is narrowed to; what is left out does not narrow. */
export interface TransferFilter {
  kinds?: readonly TransferKind[] | undefined;
  currency?: string | undefined;
  /** as `userId` sees it */
  direction?: { userId: string; way: 'in' | 'out' } | undefined;
  /** the other party */
  counterpartyId?: string | undefined;
  /** part of the note, in whatever case */
  text?: string | undefined;
  minAmount?: bigint | undefined;
  maxAmount?: bigint | undefined;
  /** by what was given back of it */
  status?: TransferStatus | undefined;
  /** who looks: only its own, and others' that are for friends or public */
  viewerId?: string | undefined;
}

export function matches(transfer: Transfer, filter: TransferFilter, returns: Returns = NOTHING_RETURNED): boolean {
  const { kinds, currency, direction, counterpartyId, text, minAmount, maxAmount, status, viewerId } = filter;
  if (kinds && kinds.length > 0 && !kinds.includes(transfer.kind)) return false;
  if (currency !== undefined && transfer.currency !== currency) return false;
  if (direction && (direction.way === 'out' ? transfer.fromUserId : transfer.toUserId) !== direction.userId)
    return false;
  if (counterpartyId !== undefined && !isParty(transfer, counterpartyId)) return false;
  if (text !== undefined && !transfer.note.toLowerCase().includes(text.toLowerCase())) return false;
  if (minAmount !== undefined && transfer.amount < minAmount) return false;
  if (maxAmount !== undefined && transfer.amount > maxAmount) return false;
  if (status !== undefined && transferStatus(transfer, returns) !== status) return false;
  return viewerId === undefined || isParty(transfer, viewerId) || transfer.visibility !== 'private';
}

export function isParty(transfer: Pick<Transfer, 'fromUserId' | 'toUserId'>, userId: string): boolean {
  return transfer.fromUserId === userId || transfer.toUserId === userId;
}
