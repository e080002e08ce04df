import { isFlorinError } from '@florin/errors';
import type { Transfer } from '../../domain/posting/posting.ts';
import type { Directory } from '../directory.ts';
import type { TransferStore } from '../ports.ts';
import type { Poster } from '../poster.ts';
import type { SendTransfer } from './make-posting.ts';
import { keyOfTransfer, makePosting } from './make-posting.ts';

/**
 * Sends money from the caller's main account to another person's. Throws NOT_FOUND naming `to`, INVALID_ARGUMENT for
 * oneself or another currency, INSUFFICIENT_FUNDS, LIMIT_EXCEEDED, ACCOUNT_FROZEN, IDEMPOTENCY_MISMATCH.
 */
export function createSendTransfer(directory: Directory, poster: Poster, transfers: TransferStore) {
  return async (request: SendTransfer): Promise<{ transfer: Transfer; replayed: boolean }> => {
    const posting = await makePosting(directory, request);
    if (isFlorinError(posting)) {
      const earlier = await postedBefore(transfers, request);
      if (earlier) return { transfer: earlier, replayed: true };
      throw posting;
    }
    const [outcome] = await poster.post([posting]);
    if (!outcome) throw new Error('no outcome');
    if (outcome.status === 'refused') throw outcome.error;
    return { transfer: outcome.transfer, replayed: outcome.status === 'replayed' };
  };
}

/** Whom a transfer was sent to may have gone, or have another name, by the time the request is repeated. */
async function postedBefore(transfers: TransferStore, request: SendTransfer): Promise<Transfer | undefined> {
  const key = keyOfTransfer(request);
  return key && transfers.postedUnder(key);
}
