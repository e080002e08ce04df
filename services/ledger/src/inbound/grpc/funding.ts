import type { LedgerServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { amount, currency, id, length, readMemo } from './mapping.ts';

/** Money from outside. */
export function fundingMethods(useCases: UseCases): Pick<GrpcMethods<LedgerServiceDefinition>, 'deposit'> {
  return {
    deposit: async (request) => {
      const { body, replayed } = await useCases.startFunding({
        direction: 'deposit',
        callerId: id(request.ownerId, 'owner_id'),
        accountId: undefined,
        amount: amount(request.amount, 'amount', 1n),
        currency: currency(request.currency),
        method: undefined,
        memo: request.memo ? readMemo(request.memo) : undefined,
        key: length(request.idempotencyKey, 'idempotency_key', 1, 200),
      });
      const { status, failure, transferId } = body;
      return { id: body.id, status, failure: failure ?? '', transferId: transferId ?? '', replayed };
    },
  };
}
