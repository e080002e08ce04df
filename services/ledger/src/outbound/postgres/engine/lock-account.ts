import type { Tx } from '../../../app/ports.ts';
import type { Account } from '../../../domain/posting/account.ts';
import { accountQuery, LOCK_ACCOUNTS, toAccount, type AccountRow } from './account-rows.ts';
import { clientOf } from './transact.ts';

async function lock(tx: Tx, ids: readonly string[]): Promise<Account[]> {
  const { rows } = await clientOf(tx).query<AccountRow>(accountQuery(LOCK_ACCOUNTS, [ids]));
  return rows.map(toAccount).filter(({ kind }) => kind !== 'system');
}

/** Locks a person's account until the transaction ends; undefined when there is none. */
export async function lockAccount(tx: Tx, id: string): Promise<Account | undefined> {
  return (await lock(tx, [id]))[0];
}

/** Locks an account and the one it counts at too, in one sorted set. */
export async function lockCounting(
  tx: Tx,
  id: string,
): Promise<{ account: Account | undefined; also: Account | undefined }> {
  const other = await countsAt(tx, id);
  const locked = await lock(tx, other === null ? [id] : [id, other]);
  const find = (wanted: string | null) => locked.find((account) => account.id === wanted);
  return { account: find(id), also: find(other) };
}

/** At which account another counts too; it never changes, and nothing is locked. */
export async function countsAt(tx: Tx, id: string): Promise<string | null> {
  const text = 'SELECT counts_at FROM accounts WHERE id = $1';
  const { rows } = await clientOf(tx).query<{ counts_at: string | null }>(text, [id]);
  return rows[0]?.counts_at ?? null;
}
