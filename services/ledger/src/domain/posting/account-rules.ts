import { FlorinError, invalidField, notFound } from '@florin/errors';
import { type Account, type AccountStatus, NO_LIMIT, available } from './account.ts';
import { MAX_JSON_AMOUNT } from '@florin/money';
import { refuseAmount, refuseStatus } from './decide.ts';

/** Throws unless the account could take the amount: NOT_FOUND, ACCOUNT_FROZEN, CONFLICT (closed), LIMIT_EXCEEDED. */
export function requireRoom(account: Account | undefined, amount: bigint): void {
  const refusal = account
    ? (refuseStatus(account, { pays: true }) ?? refuseAmount(account, amount))
    : notFound('account');
  if (refusal) throw refusal;
}

/**
 * The account with another status. Throws NOT_FOUND, CONFLICT when it is closed or, to close it, when it has money
 * or a deposit or withdrawal is under way (`fundingPending`), by which money may still come or come back.
 */
export function withStatus(
  account: Account | undefined,
  status: AccountStatus,
  { fundingPending }: { fundingPending: boolean },
): Account {
  if (!account) throw notFound('account');
  if (account.status === 'closed') throw new FlorinError('CONFLICT', 'The account is closed');
  const changed = { ...account, status };
  if (status !== 'closed') return changed;
  const { posted, held } = account;
  if (posted !== 0n || held !== 0n) {
    throw new FlorinError('CONFLICT', 'Only an empty account is closed', {
      meta: { posted: Number(posted), held: Number(held) },
    });
  }
  if (fundingPending) throw new FlorinError('CONFLICT', 'A deposit or withdrawal of the account is still under way');
  return changed;
}

/**
 * The account with another credit limit. Only wallets have one: what a main account holds is money. Throws NOT_FOUND,
 * INVALID_ARGUMENT, CONFLICT for a closed one or one that is further below zero already.
 */
export function withCreditLimit(account: Account | undefined, creditLimit: bigint): Account {
  if (!account) throw notFound('account');
  if (account.kind !== 'wallet') throw invalidField('creditLimit', 'is for wallets only');
  if (account.status === 'closed') throw new FlorinError('CONFLICT', 'The account is closed');
  if (creditLimit !== NO_LIMIT && account.posted + creditLimit > MAX_JSON_AMOUNT) {
    throw invalidField('creditLimit', `must be at most ${MAX_JSON_AMOUNT} minor units together with the balance`);
  }
  const changed = { ...account, creditLimit };
  if (available(changed) >= 0n) return changed;
  throw new FlorinError('CONFLICT', 'The account is further below zero already', {
    meta: { posted: Number(account.posted), held: Number(account.held) },
  });
}
