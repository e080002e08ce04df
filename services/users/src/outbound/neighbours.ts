import type { AuthServiceDefinition, LedgerServiceDefinition } from '@florin/proto';
import { loadProto } from '@florin/proto';
import type { ServiceTokens } from '@florin/service-kit';
import { createGrpcClient } from '@florin/service-kit';
import { createDirectory } from './auth.ts';
import { createSpendPoints } from './ledger.ts';

/** Auth and the ledger behind this service's ports; connects at the first call. */
export function createNeighbours(addresses: { AUTH_GRPC: string; LEDGER_GRPC: string }, tokens: ServiceTokens) {
  const auth = createGrpcClient<AuthServiceDefinition>({
    address: addresses.AUTH_GRPC,
    target: 'auth',
    definition: loadProto('auth'),
    tokens,
  });
  const ledger = createGrpcClient<LedgerServiceDefinition>({
    address: addresses.LEDGER_GRPC,
    target: 'ledger',
    definition: loadProto('ledger'),
    tokens,
  });
  return {
    directory: createDirectory(auth),
    spend: createSpendPoints(ledger),
    close: () => {
      auth.close();
      ledger.close();
    },
  };
}
