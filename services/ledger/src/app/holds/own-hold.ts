import { notFound } from '@florin/errors';
import { isPartyOf, type Hold } from '../../domain/hold.ts';
import { dayOf } from '../../domain/posting/limits.ts';
import { release, type Counting } from '../../domain/posting/reserve.ts';
import type { Deps } from '../index.ts';
import type { OwnChange, Tx } from '../ports.ts';

/** Locks a hold the caller is a party of. NOT_FOUND for any other. */
export async function lockOwnHold({ holds }: Pick<Deps, 'holds'>, tx: Tx, request: OwnChange): Promise<Hold> {
  const hold = await holds.lock(tx, request.id);
  if (!hold || !isPartyOf(hold, request.callerId)) throw notFound('hold');
  return hold;
}

/** Saves what an account holds and what counts at both. */
export async function saveCounting(deps: Pick<Deps, 'accounts'>, tx: Tx, { account, also }: Counting): Promise<void> {
  await deps.accounts.saveHeld(tx, account);
  if (also) await deps.accounts.saveHeld(tx, also);
}

/** Frees the money of a locked hold and saves how it ended. */
export async function freeHold(
  { accounts, holds, worth }: Pick<Deps, 'accounts' | 'holds' | 'worth'>,
  tx: Tx,
  ended: Hold,
): Promise<Hold> {
  const { account, also } = await accounts.lockCounting(tx, ended.accountId);
  if (account) {
    const by = { heldOn: dayOf(ended.createdAt), day: dayOf(tx.now), worth };
    await saveCounting({ accounts }, tx, release({ account, also }, ended.amount, by));
  }
  await holds.end(tx, ended);
  return ended;
}
