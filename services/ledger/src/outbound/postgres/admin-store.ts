import { FlorinError, notFound } from '@florin/errors';
import { newId } from '@florin/service-kit';
import type { AdminStore, Tx } from '../../app/ports.ts';
import type { Account } from '../../domain/posting/account.ts';
import { LOCK_ACCOUNTS } from './engine/posting-sql.ts';
import type { AccountRow } from './engine/rows.ts';
import { toAccount } from './engine/rows.ts';

export function createAdminStore(): AdminStore {
  return {
    setStatus: async (tx, accountId, status) => {
      const account = await lockAccount(tx, accountId);
      if (account.status === 'closed') throw new FlorinError('CONFLICT', 'The account is closed');
      if (status === 'closed' && (account.posted !== 0n || account.held !== 0n)) {
        throw new FlorinError('CONFLICT', 'Only an empty account is closed', {
          meta: { posted: Number(account.posted), held: Number(account.held) },
        });
      }
      await tx.query('UPDATE accounts SET status = $2 WHERE id = $1', [accountId, status]);
    },
    setLimits: async (tx, accountId, limits) => {
      await lockAccount(tx, accountId);
      const stored = limits && JSON.stringify(limits, (_name, value: unknown) => asText(value));
      await tx.query('UPDATE accounts SET limits = $2 WHERE id = $1', [accountId, stored]);
    },
    record: async (tx, { adminId, action, subjectId, reason }) => {
      await tx.query(
        `INSERT INTO admin_actions (id, admin_id, action, subject_id, reason, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [newId(), adminId, action, subjectId, reason, tx.now],
      );
    },
  };
}

const asText = (value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

async function lockAccount(tx: Tx, id: string): Promise<Account> {
  const [row] = await tx.query<AccountRow>(LOCK_ACCOUNTS, [[id]]);
  if (!row || row.kind === 'system') throw notFound('account');
  return toAccount(row);
}
