import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';
import { scheduleFailedNotice } from '../../domain/templates/money.ts';

/** Nothing happened that the receiver would know of: only who planned it is told. */
export async function onScheduledTransferFailed(
  { announceNotice, getName }: UseCases,
  { id, data, occurredAt }: FlorinEvent<'ledger.scheduled-transfer-failed.v1'>,
): Promise<void> {
  const notice = scheduleFailedNotice(await getName(data.toUserId), data, data);
  await announceNotice({ key: id, userId: data.ownerId, notice, at: new Date(occurredAt) });
}
