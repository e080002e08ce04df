import type { PoolClient } from 'pg';
import type { ReturnStore } from '../../../app/transfers/ports.ts';
import { FIND_TRANSFERS, toTransfer, type TransferRow } from '../engine/transfer-rows.ts';
import { clientOf } from '../engine/transact.ts';

interface EntryRow {
  account_id: string;
  amount: string;
  currency: string;
  counts_at: string | null;
}

export function createReturnStore(): ReturnStore {
  return {
    lock: async (tx, transferId) => {
      const client = clientOf(tx);
      const [row] = (await client.query<TransferRow>(FIND_TRANSFERS, [[transferId]])).rows;
      if (!row) return undefined;
      const returned = await lockReturned(client, row);
      const { rows: entries } = await client.query<EntryRow>(
        `SELECT account_id, amount, entries.currency, counts_at
         FROM entries JOIN accounts ON accounts.id = account_id WHERE transfer_id = $1`,
        [transferId],
      );
      const legs = entries.map((entry) => ({
        accountId: entry.account_id,
        amount: BigInt(entry.amount),
        currency: entry.currency,
      }));
      const pending = row.kind === 'withdrawal' && (await isPending(client, transferId));
      const alsoAt = entries.find((entry) => entry.account_id === row.from_account_id)?.counts_at ?? null;
      return { transfer: toTransfer(row), legs, returned, pending, alsoAt };
    },
    add: async (tx, transferId, amount) => {
      const text = 'UPDATE transfer_returns SET returned = returned + $2 WHERE transfer_id = $1';
      await clientOf(tx).query(text, [transferId, amount]);
    },
  };
}

/** FOR UPDATE locks nothing while the row is not there yet: it is added first. */
async function lockReturned(client: PoolClient, { id, amount }: TransferRow): Promise<bigint> {
  await client.query('INSERT INTO transfer_returns (transfer_id, amount) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    id,
    amount,
  ]);
  const { rows } = await client.query<{ returned: string }>(
    'SELECT returned FROM transfer_returns WHERE transfer_id = $1 FOR UPDATE',
    [id],
  );
  return BigInt(rows[0]?.returned ?? 0);
}

async function isPending(client: PoolClient, transferId: string): Promise<boolean> {
  const text = `SELECT FROM fundings WHERE transfer_id = $1 AND status = 'pending'`;
  return (await client.query(text, [transferId])).rowCount !== 0;
}
