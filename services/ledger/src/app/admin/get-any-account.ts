import { notFound } from '@florin/errors';
import type { AccountDetails } from '../accounts/ports.ts';
import type { Deps } from '../index.ts';

/** Any account by its id. NOT_FOUND when there is none. */
export async function getAnyAccount({ accounts }: Pick<Deps, 'accounts'>, id: string): Promise<AccountDetails> {
  const [account] = await accounts.byIds([id]);
  if (!account) throw notFound('account');
  return account;
}
