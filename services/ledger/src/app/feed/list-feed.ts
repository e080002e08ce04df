import type { Transfer, TransferKind } from '../../domain/posting/posting.ts';
import { isParty } from '../../domain/posting/transfer-filter.ts';
import type { Deps } from '../index.ts';
import type { Page } from '../ports.ts';
import { listTransfers } from '../transfers/list-transfers.ts';

/** Between two people; deposits, wallets and the like are nobody else's business, nor news. */
const SOCIAL: readonly TransferKind[] = ['peer', 'refund', 'capture'];

/** A transfer as somebody may see it: `amount` is null when it is not the viewer's and not public. */
export type FeedItem = Omit<Transfer, 'amount'> & { amount: bigint | null };

/**
 * The caller's transfers and those of its friends that their visibility allows, newest first. Throws UNAVAILABLE when
 * the users service can't tell who the friends are.
 */
export async function listFeed(
  deps: Deps,
  { callerId, ...page }: Page & { callerId: string },
): Promise<{ items: FeedItem[]; next: string | null }> {
  const owners = [callerId, ...(await deps.friends.friendIds(callerId))];
  const filter = { kinds: SOCIAL, viewerId: callerId };
  const { transfers, next } = await listTransfers(deps, { owners, filter, ...page });
  const items = transfers.map((transfer): FeedItem => ({
    ...transfer,
    amount: isParty(transfer, callerId) || transfer.visibility === 'public' ? transfer.amount : null,
  }));
  return { items, next };
}
