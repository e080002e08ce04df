import type { LedgerServiceDefinition } from '@florin/proto';
import { loadProto } from '@florin/proto';
import type { GrpcClient, ServiceTokens } from '@florin/service-kit';
import { createGrpcClient } from '@florin/service-kit';
import type { ReadHoldings } from '../app/closings/ports.ts';

type LedgerClient = GrpcClient<LedgerServiceDefinition>;

export function createLedgerClient(options: { address: string; tokens: ServiceTokens }): LedgerClient {
  return createGrpcClient<LedgerServiceDefinition>({
    ...options,
    target: 'ledger',
    definition: loadProto('ledger'),
  });
}

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
