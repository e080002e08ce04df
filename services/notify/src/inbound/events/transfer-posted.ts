import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';
import { receivedNotice, reversedNotice, sentNotice } from '../../domain/templates/money.ts';

/** Only what passes between two people is news to them; one's own deposits and wallets are not. */
export async function onTransferPosted(
  { announceNotice, getName }: UseCases,
  { id, data }: FlorinEvent<'ledger.transfer-posted.v1'>,
): Promise<void> {
  const { fromUserId, toUserId, note, postedAt } = data;
  // the reversal of a transfer has an event of its own
  if (fromUserId === null || toUserId === null || fromUserId === toUserId || data.kind === 'reversal') return;
  const at = new Date(postedAt);
  const received = receivedNotice(await getName(fromUserId), data, note);
  await announceNotice({ key: id, userId: toUserId, fromUserId, notice: received, at });
  const sent = sentNotice(await getName(toUserId), data, note);
  await announceNotice({ key: id, userId: fromUserId, notice: sent, at });
}

/** In a reversal the money goes back: its sender is who had received it. */
export async function onTransferReversed(
  { announceNotice, getName }: UseCases,
  { id, data }: FlorinEvent<'ledger.transfer-reversed.v1'>,
): Promise<void> {
  const { fromUserId, toUserId, postedAt } = data;
  if (fromUserId === null || toUserId === null || fromUserId === toUserId) return;
  const at = new Date(postedAt);
  const back = reversedNotice(await getName(fromUserId), data, true);
  await announceNotice({ key: id, userId: toUserId, notice: back, at });
  const taken = reversedNotice(await getName(toUserId), data, false);
  await announceNotice({ key: id, userId: fromUserId, notice: taken, at });
}
