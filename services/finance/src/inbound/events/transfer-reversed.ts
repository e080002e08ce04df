import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';
import { toTransfer } from './transfer-posted.ts';

export async function onTransferReversed(
  { recordReversal }: Pick<UseCases, 'recordReversal'>,
  { id, data }: FlorinEvent<'ledger.transfer-reversed.v1'>,
): Promise<void> {
  const { reversedTransferId } = data;
  await recordReversal({ event: { id }, reversal: toTransfer(data), reversedTransferId });
}
