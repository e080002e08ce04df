import type { Pool } from 'pg';
import type { EntryDetails, EntryReader } from '../../../app/accounts/ports.ts';
import type { TransferKind } from '../../../domain/posting/posting.ts';
import { HIGHEST_ID, lowestIdAt } from '../../../domain/posting/transfer-id.ts';

interface Row {
  transfer_id: string;
  sequence: string;
  amount: string;
  balance_after: string;
  kind: TransferKind;
  note: string;
  reference: string | null;
  counterparty_id: string | null;
  posted_at: Date;
}

const toEntry = (row: Row): EntryDetails => ({
  transferId: row.transfer_id,
  sequence: BigInt(row.sequence),
  amount: BigInt(row.amount),
  balanceAfter: BigInt(row.balance_after),
  kind: row.kind,
  note: row.note,
  reference: row.reference,
  counterpartyId: row.counterparty_id,
  postedAt: row.posted_at,
});

export function createEntryQuery(pool: Pool): EntryReader {
  return {
    ofAccount: async (accountId, { before, limit }) => {
      const { rows } = await pool.query<Row>(
        `SELECT e.transfer_id, e.sequence, e.amount, e.balance_after, t.kind, t.note, t.reference, t.posted_at,
                nullif(CASE WHEN t.from_account_id = $1 THEN t.to_user_id ELSE t.from_user_id END,
                       (SELECT owner_id FROM accounts WHERE id = $1)) AS counterparty_id
         FROM account_entries($1, $2, $3) e JOIN transfers t ON t.id = e.transfer_id
         ORDER BY e.transfer_id DESC`,
        [accountId, before ?? HIGHEST_ID, limit],
      );
      return rows.map(toEntry);
    },
    balanceAt: async (accountId, at) => {
      const { rows } = await pool.query<{ balance_after: string }>(
        'SELECT balance_after FROM account_entries($1, $2, 1)',
        [accountId, lowestIdAt(new Date(at.getTime() + 1))],
      );
      return BigInt(rows[0]?.balance_after ?? 0);
    },
  };
}
