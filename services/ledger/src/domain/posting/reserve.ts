import { notFound } from '@florin/errors';
import type { Account, DefaultLimits, Worth } from './account.ts';
import { refuseAmount, refuseStatus } from './decide.ts';
import { giveBack, spendAll } from './limits.ts';

/** An account and the one it counts at too, as they are locked or to be saved. */
export interface Counting {
  account: Account;
  also: Account | undefined;
}

/**
 * The accounts with so much more held in the first, which counts towards its limits as if it were sent. `day` is today's
 * UTC date. Throws NOT_FOUND, ACCOUNT_FROZEN, CONFLICT when it is closed, INSUFFICIENT_FUNDS, LIMIT_EXCEEDED.
 */
export function reserve(
  { account, also }: { account: Account | undefined; also: Account | undefined },
  amount: bigint,
  by: { day: string; defaults: DefaultLimits; worth: Worth },
): Counting {
  if (!account) throw notFound('account');
  const refusal = refuseStatus(account, { pays: true }) ?? refuseAmount(account, -amount);
  if (refusal) throw refusal;
  const held = { ...account, held: account.held + amount };
  if (account.kind !== 'main') return { account: held, also };
  const spent = spendAll(account, also, { amount, ...by });
  if (spent instanceof Error) throw spent;
  const [spending, total] = spent;
  return { account: { ...held, spending }, also: also && total ? { ...also, spending: total } : undefined };
}

/** The accounts once what was held since `heldOn` is free, its limits included. Both days are UTC dates. */
export function release(
  { account, also }: Counting,
  amount: bigint,
  { heldOn, day, worth }: { heldOn: string; day: string; worth: Worth },
): Counting {
  const freed = { ...account, held: account.held - amount };
  const other = also && { ...also };
  giveBack(freed, other, { share: { counted: amount, still: 0n, count: 1, day: heldOn }, today: day, worth });
  return { account: freed, also: other };
}
