import { invalidField } from '@florin/errors';
import type { Deps } from '../index.ts';
import type { AccountDetails, NewAccount } from './ports.ts';

/** Opens an account for a user, or returns the one that is there under the same name. CONFLICT in another currency. */
export async function openAccount({ accounts }: Pick<Deps, 'accounts'>, account: NewAccount): Promise<AccountDetails> {
  if (account.kind === 'wallet' && account.reference === '') throw invalidField('reference', 'is needed for a wallet');
  if (account.kind !== 'wallet' && account.creditLimit !== 0n) throw invalidField('creditLimit', 'is for wallets only');
  if ((account.currency === 'PTS') !== (account.kind === 'points')) {
    throw invalidField('currency', 'PTS is for points accounts, and they hold nothing else');
  }
  return accounts.open(account);
}
