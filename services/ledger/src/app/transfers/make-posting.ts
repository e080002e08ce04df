import type { FlorinError } from '@florin/errors';
import { invalidField, isFlorinError, notFound } from '@florin/errors';
import type { AccountIdentity } from '../../domain/posting/account.ts';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { IdempotencyKey, Posting } from '../../domain/posting/posting.ts';
import type { Payment } from '../directory/ports.ts';
import type { Deps } from '../index.ts';
import type { Recipient, SendTransfer } from './ports.ts';

type Needs = Pick<Deps, 'directory'>;

/** The posting of a request, its parties found, or why there is none. Throws UNAVAILABLE. */
export async function makePosting(deps: Needs, request: SendTransfer): Promise<Posting | FlorinError> {
  try {
    return await toPosting(deps, request);
  } catch (error) {
    if (isFlorinError(error) && error.code !== 'UNAVAILABLE') return error;
    throw error;
  }
}

export function keyOfTransfer(request: SendTransfer): IdempotencyKey | undefined {
  const { callerId, to, amount, currency, note, visibility, key } = request;
  return keyOf(callerId, key, JSON.stringify(['transfer', to, String(amount), currency, note, visibility]));
}

async function toPosting(deps: Needs, request: SendTransfer): Promise<Posting> {
  const { callerId, to, amount, currency, note, visibility } = request;
  const from = await deps.directory.payerAccount(callerId, currency, amount);
  const toAccount = await recipientAccount(deps, to, { payer: from, amount });
  if (toAccount.ownerId === callerId) throw invalidField('to', 'must be somebody else');
  return {
    kind: 'peer',
    amount,
    currency,
    fromAccountId: from.id,
    toAccountId: toAccount.id,
    note,
    visibility,
    reference: null,
    idempotency: keyOfTransfer(request),
  };
}

/**
 * The account that receives: a person's main one, or that very account when it is a main one. Throws NOT_FOUND that names
 * `to`, INVALID_ARGUMENT for another currency, and as `Directory.accountOfUser`.
 */
export async function recipientAccount(
  { directory }: Needs,
  to: Recipient,
  payment: Payment,
): Promise<AccountIdentity> {
  const { currency } = payment.payer;
  if (!('accountId' in to)) return directory.accountOfUser(to, currency, 'to', payment);
  const account = await directory.byId(to.accountId);
  if (account?.kind !== 'main') {
    throw Object.assign(notFound('to: account'), { errors: [{ path: 'to', message: 'there is no such account' }] });
  }
  if (account.currency !== currency) throw invalidField('currency', `the receiving account is in ${account.currency}`);
  return account;
}
