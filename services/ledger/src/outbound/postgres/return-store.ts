import type { ReturnStore } from '../../app/ports.ts';
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
      const entries = await tx.query<{ account_id: string; amount: string }>(
        'SELECT account_id, amount FROM entries WHERE transfer_id = $1',
        [transferId],
      );
      return {
        transfer: toTransfer(row),
        legs: entries.map((entry) => ({ accountId: entry.account_id, amount: BigInt(entry.amount) })),
        returned: BigInt(locked?.returned ?? 0),
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
