import type { Tx } from '../../../app/ports.ts';
import type { Account } from '../../../domain/posting/account.ts';
import { LOCK_ACCOUNTS } from './posting-sql.ts';
import type { AccountRow } from './rows.ts';
import { toAccount } from './rows.ts';
import { clientOf } from './transact.ts';

/** Locks a person's account until the transaction ends; undefined when there is none. */
export async function lockAccount(tx: Tx, id: string): Promise<Account | undefined> {
  const { rows } = await clientOf(tx).query<AccountRow>(LOCK_ACCOUNTS, [[id]]);
  const [row] = rows;
  return row && row.kind !== 'system' ? toAccount(row) : undefined;
}
