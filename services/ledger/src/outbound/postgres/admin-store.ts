import { FlorinError, notFound } from '@florin/errors';
import { newId } from '@florin/service-kit';
import type { AdminStore, Tx } from '../../app/ports.ts';
import type { Account } from '../../domain/posting/account.ts';
import { lockAccount } from './engine/lock-account.ts';

export function createAdminStore(): AdminStore {
  return {
    setStatus: async (tx, accountId, status) => {
      const account = await requireAccount(tx, accountId);
      if (account.status === 'closed') throw new FlorinError('CONFLICT', 'The account is closed');
      if (status === 'closed') await requireEmpty(tx, account);
      await tx.query('UPDATE accounts SET status = $2 WHERE id = $1', [accountId, status]);
    },
    setLimits: async (tx, accountId, limits) => {
      await requireAccount(tx, accountId);
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

async function requireAccount(tx: Tx, id: string): Promise<Account> {
  const account = await lockAccount(tx, id);
  if (!account) throw notFound('account');
  return account;
}

/** With a deposit or withdrawal under way, money may still come or come back. */
async function requireEmpty(tx: Tx, { id, posted, held }: Account): Promise<void> {
  if (posted !== 0n || held !== 0n) {
    throw new FlorinError('CONFLICT', 'Only an empty account is closed', {
      meta: { posted: Number(posted), held: Number(held) },
    });
  }
  const pending = await tx.query(`SELECT FROM fundings WHERE account_id = $1 AND status = 'pending' LIMIT 1`, [id]);
  if (pending.length > 0) {
    throw new FlorinError('CONFLICT', 'A deposit or withdrawal of the account is still under way');
  }
}
