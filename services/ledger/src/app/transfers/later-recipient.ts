import { FlorinError, notFound } from '@florin/errors';
import { refuseStatus } from '../../domain/posting/decide.ts';
import { requireReach } from '../directory/require-reach.ts';
import type { Deps } from '../index.ts';
import { mainAccount } from './make-posting.ts';
import type { Recipient } from './ports.ts';

/** Who is to be paid later. `accountId` is null while the person has no account of the currency. */
export interface LaterRecipient {
  userId: string;
  accountId: string | null;
}

/**
 * The recipient of what is paid later, for whom no account is opened now. Throws NOT_FOUND naming `to`, INVALID_ARGUMENT
 * for another currency, ACCOUNT_FROZEN, CONFLICT when the account is closed or the payer has blocked the person.
 */
export async function laterRecipient(
  deps: Deps,
  { payerId, to, currency }: { payerId: string; to: Recipient; currency: string },
): Promise<LaterRecipient> {
  if ('accountId' in to) {
    const { id, ownerId } = await mainAccount(deps, { id: to.accountId, currency, payerId });
    if (ownerId === null) throw notFound('to: account');
    await requireTakesPart(deps, id, { pays: false });
    return { userId: ownerId, accountId: id };
  }
  const userId = await deps.directory.userOf(to, 'to', payerId);
  await requireReach(deps, { userId: payerId, others: [{ userId, path: 'to' }], purpose: 'payment' });
  const account = await deps.directory.find(userId, currency);
  if (account) await requireTakesPart(deps, account.id, { pays: false });
  else if (await deps.users.isFrozen(userId))
    throw new FlorinError('ACCOUNT_FROZEN', 'The receiving account is frozen');
  return { userId, accountId: account?.id ?? null };
}

/** Throws ACCOUNT_FROZEN or CONFLICT (closed) unless the account may pay or be paid. */
export async function requireTakesPart(
  { accounts }: Pick<Deps, 'accounts'>,
  id: string,
  { pays }: { pays: boolean },
): Promise<void> {
  const [account] = await accounts.byIds([id]);
  const refusal = account ? refuseStatus(account, { pays }) : notFound('account');
  if (refusal) throw refusal;
}
