import type { EventData } from '@florin/contracts';
import type { Consumer } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';
import type { LedgerTransfer } from '../../domain/ledger/movement.ts';

/** What this service listens to. */
export function consumers(useCases: UseCases): Consumer[] {
  return [
    {
      name: 'finance.owners',
      types: ['auth.user-registered.v1'],
      handle: async (event) => {
        if (event.type === 'auth.user-registered.v1') await useCases.setUpOwner(event.data.userId);
      },
    },
    {
      name: 'finance.transfers',
      types: ['ledger.transfer-posted.v1', 'ledger.transfer-reversed.v1'],
      handle: async (event) => {
        if (event.type === 'ledger.transfer-posted.v1') await useCases.recordTransfer(event, toTransfer(event.data));
        if (event.type === 'ledger.transfer-reversed.v1') {
          await useCases.recordReversal(event, toTransfer(event.data), event.data.reversedTransferId);
        }
      },
    },
  ];
}

function toTransfer(data: EventData<'ledger.transfer-posted.v1'>): LedgerTransfer {
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
