import type { EventData, FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';
import type { LedgerTransfer } from '../../domain/ledger/movement.ts';

export async function onTransferPosted(
  { recordTransfer }: Pick<UseCases, 'recordTransfer'>,
  { id, data }: FlorinEvent<'ledger.transfer-posted.v1'>,
): Promise<void> {
  await recordTransfer({ event: { id }, transfer: toTransfer(data) });
}

export function toTransfer(data: EventData<'ledger.transfer-posted.v1'>): LedgerTransfer {
  const { entries, postedAt, ...rest } = data;
  return {
    ...rest,
    entries: entries.map(({ accountId, ownerId, amount, currency }) => ({
      accountId,
      ownerId,
      amount: BigInt(amount),
      currency,
    })),
    postedAt: new Date(postedAt),
  };
}
