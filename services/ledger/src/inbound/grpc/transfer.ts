import { invalidField, isFlorinError } from '@florin/errors';
import type { LedgerServiceDefinition } from '@florin/proto';
import type { TransferRequest__Output } from '@florin/proto/gen/ledger/florin/ledger/v1/TransferRequest.ts';
import { type GrpcMethods, readText } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { idempotencyKey } from '../../domain/posting/idempotency.ts';
import { floorOf, id, length, resultMessage, serviceTransfer, transferMessage } from './mapping.ts';

const MAX_TRANSFERS = 1_000;

/** A malformed transfer is refused alone, like any other refusal. */
function readTransfer(request: TransferRequest__Output) {
  try {
    return serviceTransfer(request);
  } catch (error) {
    if (isFlorinError(error)) return error;
    throw error;
  }
}

export function transferMethods(useCases: UseCases) {
  return {
    postTransfers: async ({ transfers, atomic }, { caller }) => {
      if (transfers.length === 0 || transfers.length > MAX_TRANSFERS) {
        throw invalidField('transfers', `must have 1 to ${MAX_TRANSFERS} items`);
      }
      const requests = transfers.map(readTransfer);
      const outcomes = await useCases.postForService({ service: caller, requests, atomic });
      return { results: outcomes.map(resultMessage) };
    },
    reverseTransfer: async (request, { caller }) => {
      const transferId = id(request.transferId, 'transfer_id');
      const callerId = request.callerUserId === '' ? null : id(request.callerUserId, 'caller_user_id');
      const note = readText(request.note, 'note', { min: 0, max: 500 });
      const reference = request.reference === '' ? null : length(request.reference, 'reference', 1, 200);
      const { floor } = floorOf(request);
      const asked = ['reverse', transferId, callerId, note, reference, ...(floor === undefined ? [] : [floor])];
      const key = idempotencyKey(`service ${caller}`, length(request.idempotencyKey, 'idempotency_key', 1, 200), asked);
      const { body } = await useCases.reverseTransfer({ transferId, callerId, note, reference, floor, key });
      return { transfer: transferMessage(body) };
    },
  } satisfies Partial<GrpcMethods<LedgerServiceDefinition>>;
}
