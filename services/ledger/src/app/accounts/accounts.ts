import { invalidField, notFound } from '@florin/errors';
import type { AccountDetails, AccountStore, NewAccount } from '../ports.ts';

/** Opens an account for a user, or answers the one that is there under the same name. CONFLICT in another currency. */
export function createOpenAccount(accounts: AccountStore) {
  return async (account: NewAccount): Promise<AccountDetails> => {
    if (account.kind === 'wallet' && account.reference === '')
      throw invalidField('reference', 'is needed for a wallet');
    if (account.kind !== 'wallet' && account.creditLimit !== 0n) {
      throw invalidField('creditLimit', 'is for wallets only');
    }
    if ((account.currency === 'PTS') !== (account.kind === 'points')) {
      throw invalidField('currency', 'PTS is for points accounts, and they hold nothing else');
    }
    return accounts.open(account);
  };
}

/** The user's accounts, oldest first. The main one in `currency` is opened when its event has not come yet. */
export function createListAccounts(accounts: AccountStore, currency: string) {
  return async (ownerId: string): Promise<AccountDetails[]> => {
    const found = await accounts.ofOwners([ownerId]);
    if (found.some((account) => account.kind === 'main')) return found;
    const main = await accounts.open({ ownerId, currency, kind: 'main', reference: '', creditLimit: 0n });
    return [...found, main];
  };
}

/** One account of the user. NOT_FOUND for another's. */
export function createGetAccount(accounts: AccountStore) {
  return async (ownerId: string, id: string): Promise<AccountDetails> => {
    const [account] = await accounts.byIds([id]);
    if (account?.ownerId !== ownerId) throw notFound('account');
    return account;
  };
}

/** Accounts by id, or all of some owners when no ids are given. Unknown ids are left out. */
export function createFindAccounts(accounts: AccountStore) {
  return (ids: readonly string[], ownerIds: readonly string[]): Promise<AccountDetails[]> =>
    ids.length > 0 ? accounts.byIds(ids) : accounts.ofOwners(ownerIds);
}
