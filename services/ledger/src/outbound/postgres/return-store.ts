import type { ReturnStore, Tx } from '../../app/ports.ts';
import { FIND_TRANSFERS } from './engine/posting-sql.ts';
import type { TransferRow } from './engine/rows.ts';
import { toTransfer } from './engine/rows.ts';

export function createReturnStore(): ReturnStore {
  return {
    lock: async (tx, transferId) => {
      const [row] = await tx.query<TransferRow>(FIND_TRANSFERS, [[transferId]]);
      if (!row) return undefined;
      await tx.query('INSERT INTO transfer_returns (transfer_id, amount) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        transferId,
        row.amount,
      ]);
      const [locked] = await tx.query<{ returned: string }>(
        'SELECT returned FROM transfer_returns WHERE transfer_id = $1 FOR UPDATE',
        [transferId],
      );
      const entries = await tx.query<{ account_id: string; amount: string; currency: string }>(
        'SELECT account_id, amount, currency FROM entries WHERE transfer_id = $1',
        [transferId],
      );
      return {
        transfer: toTransfer(row),
        legs: entries.map(({ account_id: accountId, amount, currency }) => ({
          accountId,
          amount: BigInt(amount),
          currency,
        })),
        returned: BigInt(locked?.returned ?? 0),
        pending: row.kind === 'withdrawal' && (await isPending(tx, transferId)),
      };
    },
    add: async (tx, transferId, amount) => {
      await tx.query('UPDATE transfer_returns SET returned = returned + $2 WHERE transfer_id = $1', [
        transferId,
        amount,
      ]);
    },
  };
}

async function isPending(tx: Tx, transferId: string): Promise<boolean> {
  const found = await tx.query(`SELECT FROM fundings WHERE transfer_id = $1 AND status = 'pending'`, [transferId]);
  return found.length > 0;
}
