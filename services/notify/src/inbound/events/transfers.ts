import type { UseCases } from '../../app/index.ts';
import { receivedNotice, reversedNotice, sentNotice } from '../../templates/money.ts';
import type { EventOf } from './event-of.ts';

/** Only what passes between two people is news to them; one's own deposits and wallets are not. */
export async function onTransferPosted(
  { announce, contacts }: UseCases,
  { id, data }: EventOf<'ledger.transfer-posted.v1'>,
): Promise<void> {
  const { fromUserId, toUserId, note, postedAt } = data;
  // the reversal of a transfer has an event of its own
  if (fromUserId === null || toUserId === null || fromUserId === toUserId || data.kind === 'reversal') return;
  const at = new Date(postedAt);
  const received = receivedNotice(await contacts.nameOf(fromUserId), data, note);
  await announce({ key: id, userId: toUserId, notice: received, at });
  const sent = sentNotice(await contacts.nameOf(toUserId), data, note);
  await announce({ key: id, userId: fromUserId, notice: sent, at });
}

/** In a reversal the money goes back: its sender is who had received it. */
export async function onTransferReversed(
  { announce, contacts }: UseCases,
  { id, data }: EventOf<'ledger.transfer-reversed.v1'>,
): Promise<void> {
  const { fromUserId, toUserId, postedAt } = data;
  if (fromUserId === null || toUserId === null || fromUserId === toUserId) return;
  const at = new Date(postedAt);
  const back = reversedNotice(await contacts.nameOf(fromUserId), data, true);
  await announce({ key: id, userId: toUserId, notice: back, at });
  const taken = reversedNotice(await contacts.nameOf(toUserId), data, false);
  await announce({ key: id, userId: fromUserId, notice: taken, at });
}
