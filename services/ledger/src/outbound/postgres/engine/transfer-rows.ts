import type { Transfer, TransferKind, Visibility } from '../../../domain/posting/posting.ts';
import { namesOf, type Column } from './columns.ts';

/** The columns of a transfer, but for `posted_at`, which keeps microseconds. */
export const TRANSFER_COLUMNS: readonly Column<Transfer>[] = [
  { name: 'id', type: 'uuid', valueOf: (row) => row.id },
  { name: 'kind', type: 'word', valueOf: (row) => row.kind },
  { name: 'amount', type: 'bigint', valueOf: (row) => row.amount },
  { name: 'currency', type: 'word', valueOf: (row) => row.currency },
  { name: 'from_account_id', type: 'uuid', valueOf: (row) => row.fromAccountId },
  { name: 'to_account_id', type: 'uuid', valueOf: (row) => row.toAccountId },
  { name: 'from_user_id', type: 'uuid', valueOf: (row) => row.fromUserId },
  { name: 'to_user_id', type: 'uuid', valueOf: (row) => row.toUserId },
  { name: 'note', type: 'text', valueOf: (row) => row.note },
  { name: 'visibility', type: 'word', valueOf: (row) => row.visibility },
  { name: 'reference', type: 'text', valueOf: (row) => row.reference },
  { name: 'reverses_transfer_id', type: 'uuid', valueOf: (row) => row.reversesTransferId },
];

export const FIND_TRANSFERS = `
  SELECT ${namesOf(TRANSFER_COLUMNS)}, posted_at FROM transfers WHERE id = ANY ($1::uuid[])`;

export interface TransferRow {
  id: string;
  kind: TransferKind;
  amount: string;
  currency: string;
  from_account_id: string;
  to_account_id: string;
  from_user_id: string | null;
  to_user_id: string | null;
  note: string;
  visibility: Visibility;
  reference: string | null;
  reverses_transfer_id: string | null;
  posted_at: Date;
}

export function toTransfer(row: TransferRow): Transfer {
  return {
    id: row.id,
    kind: row.kind,
    amount: BigInt(row.amount),
    currency: row.currency,
    fromAccountId: row.from_account_id,
    toAccountId: row.to_account_id,
    fromUserId: row.from_user_id,
    toUserId: row.to_user_id,
    note: row.note,
    visibility: row.visibility,
    reference: row.reference,
    reversesTransferId: row.reverses_transfer_id,
    postedAt: row.posted_at.toISOString(),
  };
}
