import type { Transfer, TransferKind } from '../../domain/posting/posting.ts';
import { isParty } from '../../domain/posting/transfer-filter.ts';
import type { FriendDirectory } from '../ports.ts';
import type { createListTransfers } from './read-transfers.ts';

/** Between two people; deposits, wallets and the like are nobody else's business, nor news. */
const SOCIAL: readonly TransferKind[] = ['peer', 'refund', 'capture'];

/** A transfer as somebody may see it: `amount` is null when it is not the viewer's and not public. */
export type FeedItem = Omit<Transfer, 'amount'> & { amount: bigint | null };

/**
 * The caller's transfers and those of its friends that their visibility allows, newest first. Throws UNAVAILABLE when
 * the users service can't tell who the friends are.
 */
export function createFeed(friends: FriendDirectory, listTransfers: ReturnType<typeof createListTransfers>) {
  return async (callerId: string, page: { before: string | undefined; limit: number }) => {
    const owners = [callerId, ...(await friends.friendIds(callerId))];
    const filter = { kinds: SOCIAL, viewerId: callerId };
    const { transfers, next } = await listTransfers({ owners, filter, ...page });
    const items = transfers.map((transfer): FeedItem => ({
      ...transfer,
      amount: isParty(transfer, callerId) || transfer.visibility === 'public' ? transfer.amount : null,
    }));
    return { items, next };
  };
}
