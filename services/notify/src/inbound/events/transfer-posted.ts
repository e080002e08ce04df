import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';
import { receivedNotice, reversedNotice, sentNotice } from '../../domain/templates/money.ts';

/** Only what passes between two people is news to them; one's own deposits and wallets are not. */
export const onTransferPosted: EventHandler<'ledger.transfer-posted.v1', UseCases> = async (
  { announceNews, announceNotice, getName },
  { id, data },
) => {
  const { fromUserId, toUserId, note, postedAt } = data;
  // the reversal of a transfer has an event of its own
  if (fromUserId === null || toUserId === null || fromUserId === toUserId || data.kind === 'reversal') return;
  const at = new Date(postedAt);
  const write = (name: string, words: string) => receivedNotice(name, data, words);
  const about = { transferId: data.transferId, amount: data.amount, currency: data.currency };
  await announceNews({ key: id, userId: toUserId, fromUserId, note, write, data: about, at });
  const sent = sentNotice(await getName(toUserId), data, note);
  await announceNotice({ key: id, userId: fromUserId, notice: sent, data: { ...about, userId: toUserId }, at });
};

/** In a reversal the money goes back: its sender is who had received it. */
export const onTransferReversed: EventHandler<'ledger.transfer-reversed.v1', UseCases> = async (
  { announceNews },
  { id, data },
) => {
  const { fromUserId, toUserId, postedAt } = data;
  if (fromUserId === null || toUserId === null || fromUserId === toUserId) return;
  const at = new Date(postedAt);
  const tell = (userId: string, otherId: string, back: boolean) => {
    const write = (name: string) => reversedNotice(name, data, back);
    const about = { transferId: data.reversedTransferId, amount: data.amount, currency: data.currency };
    return announceNews({ key: id, userId, fromUserId: otherId, write, data: about, at, answer: true });
  };
  await tell(toUserId, fromUserId, true);
  await tell(fromUserId, toUserId, false);
};
