import { notFound } from '@florin/errors';
import type { Account, DefaultLimits } from './account.ts';
import { refuseAmount, refuseStatus } from './decide.ts';
import { spend, unspend } from './limits.ts';

/**
 * The account with so much more held, which counts towards its limits as if it were sent. `day` is today's UTC date.
 * Throws NOT_FOUND, ACCOUNT_FROZEN, CONFLICT when it is closed, INSUFFICIENT_FUNDS, LIMIT_EXCEEDED.
 */
export function reserve(
  account: Account | undefined,
  amount: bigint,
  { day, defaults }: { day: string; defaults: DefaultLimits },
): Account {
  if (!account) throw notFound('account');
  const refusal = refuseStatus(account, { pays: true }) ?? refuseAmount(account, -amount);
  if (refusal) throw refusal;
  const spending = account.kind === 'main' ? spend(account, amount, { day, defaults }) : account.spending;
  if (spending instanceof Error) throw spending;
  return { ...account, held: account.held + amount, spending };
}

/** The account once what was held since `heldOn` is free, its limits included. Both days are UTC dates. */
export function release(account: Account, amount: bigint, { heldOn, day }: { heldOn: string; day: string }): Account {
  const spending = unspend(account.spending, { amount, count: 1, day: heldOn }, day);
  return { ...account, held: account.held - amount, spending };
}
