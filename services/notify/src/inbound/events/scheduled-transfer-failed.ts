import type { UseCases } from '../../app/index.ts';
import { scheduleFailedNotice } from '../../templates/money.ts';
import type { EventOf } from './event-of.ts';

/** Nothing happened that the receiver would know of: only who planned it is told. */
export async function onScheduledTransferFailed(
  { announce, contacts }: UseCases,
  { id, data, occurredAt }: EventOf<'ledger.scheduled-transfer-failed.v1'>,
): Promise<void> {
  const notice = scheduleFailedNotice(await contacts.nameOf(data.toUserId), data, data);
  await announce({ key: id, userId: data.ownerId, notice, at: new Date(occurredAt) });
}
