import { createHash } from 'node:crypto';
import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';
import { recurringFailedNotice, scheduleFailedNotice } from '../../domain/templates/money.ts';

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

/** Once per occurrence, however often it is tried and fails again. */
export const onRecurringTransactionFailed: EventHandler<'finance.recurring-transaction-failed.v1', UseCases> = async (
  { announceNotice },
  { data, occurredAt },
) => {
  const { userId, recurringId, number, amount, currency } = data;
  const notice = recurringFailedNotice(data, data);
  const about = { recurringId, number: String(number), amount, currency };
  const key = createHash('sha256').update(`recurring ${recurringId} ${number}`).digest('hex').slice(0, 32);
  await announceNotice({ key, userId, notice, data: about, at: new Date(occurredAt) });
};
