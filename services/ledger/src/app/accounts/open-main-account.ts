import type { Deps } from '../index.ts';
import type { AccountDetails } from './ports.ts';

/** Opens the account every new user gets, in the currency of this ledger. Opening it twice opens one. */
export function openMainAccount(
  { accounts, currency }: Pick<Deps, 'accounts' | 'currency'>,
  ownerId: string,
): Promise<AccountDetails> {
  return accounts.open({ ownerId, currency, kind: 'main', reference: '', creditLimit: 0n });
}
