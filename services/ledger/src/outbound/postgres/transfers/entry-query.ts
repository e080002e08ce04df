import type { Pool } from 'pg';
import { fromRow } from '@florin/service-kit/postgres';
import type { EntryDetails, EntryReader } from '../../../app/accounts/ports.ts';
import { HIGHEST_ID, lowestIdAt } from '../../../domain/posting/transfer-id.ts';

const toEntry = (row: Record<string, unknown>) => fromRow<EntryDetails>(row, ['sequence', 'amount', 'balanceAfter']);

export function createEntryQuery(pool: Pool): EntryReader {
  return {
    ofAccount: async (accountId, { before, limit }) => {
      const { rows } = await pool.query<Record<string, unknown>>(
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
