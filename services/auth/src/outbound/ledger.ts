import type { ServiceClient } from '@florin/service-kit';
import type { ReadHoldings } from '../app/closings/ports.ts';

type LedgerClient = ServiceClient<'ledger'>;

/** What a person still has, as the ledger tells it. */
export function createHoldings(client: LedgerClient): ReadHoldings {
  return async (userId) => {
    const { balances, ...counts } = await client.getHoldings({ userId });
    return {
      ...counts,
      balances: balances.map(({ currency, posted, held }) => ({
        currency,
        posted: BigInt(posted),
        held: BigInt(held),
      })),
    };
  };
}
