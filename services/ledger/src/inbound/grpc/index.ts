import type { LedgerServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { accountMethods } from './account.ts';
import { fundingMethods } from './funding.ts';
import { pointMethods } from './point.ts';
import { rateMethods } from './rate.ts';
import { transferListMethods } from './transfer-list.ts';
import { transferMethods } from './transfer.ts';

/** Every method of florin.ledger.v1.LedgerService. */
export function createMethods(useCases: UseCases): GrpcMethods<LedgerServiceDefinition> {
  return {
    ...accountMethods(useCases),
    ...transferMethods(useCases),
    ...transferListMethods(useCases),
    ...fundingMethods(useCases),
    ...pointMethods(useCases),
    ...rateMethods(useCases),
  };
}
