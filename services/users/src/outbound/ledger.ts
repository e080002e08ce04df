import type { LedgerServiceDefinition } from '@florin/proto';
import { loadProto } from '@florin/proto';
import type { GrpcClient, ServiceTokens } from '@florin/service-kit';
import { createGrpcClient } from '@florin/service-kit';
import type { SpendPoints } from '../app/rewards/ports.ts';

type LedgerClient = GrpcClient<LedgerServiceDefinition>;

/** Connects at the first call. */
export function createLedgerClient({ address, tokens }: { address: string; tokens: ServiceTokens }): LedgerClient {
  return createGrpcClient<LedgerServiceDefinition>({
    address,
    target: 'ledger',
    definition: loadProto('ledger'),
    tokens,
  });
}

/** Points go from the person's points account to the ledger's own, under the given id as idempotency key. */
export function createSpendPoints(ledger: Pick<LedgerClient, 'spendPoints'>): SpendPoints {
  return async ({ id, userId, points, note }) => {
    await ledger.spendPoints({ idempotencyKey: id, ownerId: userId, points: String(points), reason: note });
  };
}
