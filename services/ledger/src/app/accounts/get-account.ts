import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';
import type { AccountDetails } from './ports.ts';

/** An account, and whose it must be. */
export interface OwnAccount {
  ownerId: string;
  id: string;
}

/** One account of the user. NOT_FOUND for another's. */
export async function getAccount(deps: Pick<Deps, 'accounts'>, { ownerId, id }: OwnAccount): Promise<AccountDetails> {
  const [account] = await deps.accounts.byIds([id]);
  if (account?.ownerId !== ownerId) throw notFound('account');
  return account;
}
