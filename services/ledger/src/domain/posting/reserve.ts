import type { FlorinError } from '@florin/errors';
import { notFound } from '@florin/errors';
import type { Account } from './account.ts';
import { refuseAmount, refuseStatus } from './decide.ts';
import { spend, unspend } from './limits.ts';

/**
 * Holds an amount of an account, which counts towards its limits as if it were sent, or says why not. `day` is today's
 * UTC date.
 */
export function reserve(account: Account | undefined, amount: bigint, day: string): FlorinError | null {
  if (!account) return notFound('account');
  const refusal = refuseStatus(account, { pays: true }) ?? refuseAmount(account, -amount);
  if (refusal) return refusal;
  const spending = account.kind === 'main' ? spend(account, amount, day) : account.spending;
  if (spending instanceof Error) return spending;
  account.held += amount;
  account.spending = spending;
  return null;
}

/** Frees what was held since `heldOn`, its limits included. */
export function release(account: Account, amount: bigint, { heldOn, day }: { heldOn: string; day: string }): void {
  account.held -= amount;
  account.spending = unspend(account.spending, { amount, count: 1, day: heldOn }, day);
}
