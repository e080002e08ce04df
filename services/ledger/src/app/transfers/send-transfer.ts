import { invalidField, notFound } from '@florin/errors';
import { currentContext } from '@florin/service-kit';
import { idempotencyKey } from '../../domain/posting/idempotency.ts';
import type { Posting, Transfer, Visibility } from '../../domain/posting/posting.ts';
import type { Directory } from '../directory.ts';
import type { UserName } from '../ports.ts';
import type { Poster } from '../poster.ts';

export type Recipient = UserName | { accountId: string };

export interface SendTransfer {
  callerId: string;
  to: Recipient;
  /** minor units */
  amount: bigint;
  currency: string;
  note: string;
  visibility: Visibility;
  /** the caller's Idempotency-Key */
  key: string | undefined;
}

/**
 * Sends money from the caller's main account to another person's. Throws NOT_FOUND naming `to`, INVALID_ARGUMENT for
 * oneself or another currency, INSUFFICIENT_FUNDS, LIMIT_EXCEEDED, ACCOUNT_FROZEN, IDEMPOTENCY_MISMATCH.
 */
export function createSendTransfer(directory: Directory, poster: Poster) {
  return async (request: SendTransfer): Promise<{ transfer: Transfer; replayed: boolean }> => {
    const posting = await toPosting(directory, request);
    const [outcome] = await poster.post([posting]);
    if (!outcome) throw new Error('no outcome');
    if (outcome.status === 'refused') throw outcome.error;
    return { transfer: outcome.transfer, replayed: outcome.status === 'replayed' };
  };
}

/** The posting of a request, its parties found. */
export async function toPosting(directory: Directory, request: SendTransfer): Promise<Posting> {
  const { callerId, to, amount, currency, note, visibility, key } = request;
  const from = await directory.ownAccount(callerId, currency);
  const toAccount = await recipientAccount(directory, to, currency);
  if (toAccount.ownerId === callerId) throw invalidField('to', 'must be somebody else');
  const asked = JSON.stringify(['transfer', to, String(amount), currency, note, visibility]);
  const context = currentContext();
  return {
    kind: 'peer',
    amount,
    currency,
    fromAccountId: from.id,
    toAccountId: toAccount.id,
    note,
    visibility,
    reference: null,
    idempotency: key === undefined ? undefined : idempotencyKey(callerId, key, asked),
    correlationId: context?.requestId,
    traceparent: context?.traceparent,
  };
}

/** The account that receives: a person's main one, or that very account when it is a main one. NOT_FOUND names `to`. */
export async function recipientAccount(directory: Directory, to: Recipient, currency: string) {
  if (!('accountId' in to)) return directory.accountOfUser(to, currency, 'to');
  const account = await directory.byId(to.accountId);
  if (account?.kind !== 'main')
    throw Object.assign(notFound('to: account'), { errors: [{ path: 'to', message: 'there is no such account' }] });
  if (account.currency !== currency) throw invalidField('currency', `the receiving account is in ${account.currency}`);
  return account;
}
