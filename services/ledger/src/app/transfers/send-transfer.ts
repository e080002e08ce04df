import { isFlorinError } from '@florin/errors';
import type { Transfer } from '../../domain/posting/posting.ts';
import type { Deps } from '../index.ts';
import type { Once } from '../ports.ts';
import { keyOfTransfer, makePosting } from './make-posting.ts';
import type { SendTransfer } from './ports.ts';

/**
 * Sends money from the caller's main account to another person's. Throws NOT_FOUND naming `to`, INVALID_ARGUMENT for
 * oneself or another currency, INSUFFICIENT_FUNDS, LIMIT_EXCEEDED, ACCOUNT_FROZEN, IDEMPOTENCY_MISMATCH.
 */
export async function sendTransfer(deps: Deps, request: SendTransfer): Promise<Once<Transfer>> {
  const posting = await makePosting(deps, request);
  if (isFlorinError(posting)) {
    const earlier = await postedBefore(deps, request);
    if (earlier) return { body: earlier, replayed: true };
    throw posting;
  }
  const [outcome] = await deps.poster.post([posting]);
  if (!outcome) throw new Error('no outcome');
  if (outcome.status === 'refused') throw outcome.error;
  return { body: outcome.transfer, replayed: outcome.status === 'replayed' };
}

/** Whom a transfer was sent to may have gone, or have another name, by the time the request is repeated. */
async function postedBefore({ keys }: Deps, request: SendTransfer): Promise<Transfer | undefined> {
  const key = keyOfTransfer(request);
  return key && keys.postedUnder(key);
}
