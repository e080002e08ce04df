import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';
import { scheduleFailedNotice } from '../../domain/templates/money.ts';

/** Nothing happened that the receiver would know of: only who planned it is told. */
export const onScheduledTransferFailed: EventHandler<'ledger.scheduled-transfer-failed.v1', UseCases> = async (
  { announceNotice, getName },
  { id, data, occurredAt },
) => {
  const notice = scheduleFailedNotice(await getName(data.toUserId), data, data);
  const { scheduleId, toUserId: userId, amount, currency } = data;
  const about = { scheduleId, userId, amount, currency };
  await announceNotice({ key: id, userId: data.ownerId, notice, data: about, at: new Date(occurredAt) });
};
