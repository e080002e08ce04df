import { notFound } from '@florin/errors';
import { withCreditLimit } from '../../domain/posting/account-rules.ts';
import type { Deps } from '../index.ts';
import type { AccountDetails } from './ports.ts';

interface SetCreditLimit {
  ownerId: string;
  accountId: string;
  /** minor units; `NO_LIMIT` for none */
  creditLimit: bigint;
}

/**
 * Sets how far a person's wallet may go below zero. Throws NOT_FOUND, also for another person's; INVALID_ARGUMENT for an
 * account of another kind; CONFLICT when it is closed or further below zero already.
 */
export async function setCreditLimit(
  { transact, accounts }: Pick<Deps, 'transact' | 'accounts'>,
  { ownerId, accountId, creditLimit }: SetCreditLimit,
): Promise<AccountDetails> {
  await transact.run(async (tx) => {
    const account = await accounts.lock(tx, accountId);
    const changed = withCreditLimit(account?.ownerId === ownerId ? account : undefined, creditLimit);
    await accounts.saveCreditLimit(tx, accountId, changed.creditLimit);
  });
  const [saved] = await accounts.byIds([accountId]);
  if (!saved) throw notFound('account');
  return saved;
}
