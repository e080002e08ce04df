import type { Tx } from '../../../app/ports.ts';
import type { Account } from '../../../domain/posting/account.ts';
import type { AccountRow } from './account-rows.ts';
import { accountQuery, LOCK_ACCOUNTS, toAccount } from './account-rows.ts';
import { clientOf } from './transact.ts';

/** Locks a person's account until the transaction ends; undefined when there is none. */
export async function lockAccount(tx: Tx, id: string): Promise<Account | undefined> {
  const { rows } = await clientOf(tx).query<AccountRow>(accountQuery(LOCK_ACCOUNTS, [[id]]));
  const [account] = rows.map(toAccount);
  return account?.kind === 'system' ? undefined : account;
}
