import { createHash } from 'node:crypto';
import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';
import { recurringFailedNotice } from '../../domain/templates/money.ts';

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
