import { notFound } from '@florin/errors';
import type { Hold } from '../../domain/hold.ts';
import { isPartyOf } from '../../domain/hold.ts';
import { dayOf } from '../../domain/posting/limits.ts';
import { release } from '../../domain/posting/reserve.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import type { ChangeHold } from './ports.ts';

/** Locks a hold the caller is a party of. NOT_FOUND for any other. */
export async function lockOwnHold({ holds }: Pick<Deps, 'holds'>, tx: Tx, request: ChangeHold): Promise<Hold> {
  const hold = await holds.lock(tx, request.id);
  if (!hold || !isPartyOf(hold, request.callerId)) throw notFound('hold');
  return hold;
}

/** Frees the money of a locked hold and saves how it ended. */
export async function freeHold(
  { accounts, holds }: Pick<Deps, 'accounts' | 'holds'>,
  tx: Tx,
  ended: Hold,
): Promise<Hold> {
  const account = await accounts.lock(tx, ended.accountId);
  if (account) {
    const days = { heldOn: dayOf(ended.createdAt), day: dayOf(tx.now) };
    await accounts.saveHeld(tx, release(account, ended.amount, days));
  }
  await holds.end(tx, ended);
  return ended;
}
