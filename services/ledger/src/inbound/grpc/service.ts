import { invalidField, isFlorinError } from '@florin/errors';
import type { LedgerServiceDefinition } from '@florin/proto';
import type { TransferRequest__Output } from '@florin/proto/gen/ledger/florin/ledger/v1/TransferRequest.ts';
import type { GrpcMethods } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { idempotencyKey } from '../../domain/posting/idempotency.ts';
import { fundingMethods } from './funding.ts';
import { listMethods } from './lists.ts';
import { pointsMethods } from './points.ts';
import {
  accountMessage, amount, currency, id, length, oneOf, readIds, resultMessage, serviceTransfer, transferMessage,
} from './mapping.ts'; // prettier-ignore

const MOST_TRANSFERS = 1_000;

/** A malformed transfer is refused alone, like any other refusal. */
function readTransfer(request: TransferRequest__Output) {
  try {
    return serviceTransfer(request);
  } catch (error) {
    if (isFlorinError(error)) return error;
    throw error;
  }
}

export function grpcMethods(app: UseCases): GrpcMethods<LedgerServiceDefinition> {
  return {
    openAccount: async ({ ownerId, currency: code, kind, reference, creditLimit }) => {
      const account = await app.openAccount({
        ownerId: id(ownerId, 'owner_id'),
        currency: currency(code),
        kind: oneOf(kind, ['main', 'wallet', 'points'], 'kind'),
        reference: length(reference, 'reference', 0, 200),
        creditLimit: creditLimit === '' ? 0n : amount(creditLimit, 'credit_limit', 0n),
      });
      return { account: accountMessage(account) };
    },
    getAccounts: async ({ ids, ownerId, ownerIds }) => {
      const owners = readIds(ownerId === '' ? ownerIds : [ownerId, ...ownerIds], 'owner_ids', 1_000);
      const found = await app.findAccounts(readIds(ids, 'ids', 500), owners);
      return { accounts: found.map(accountMessage) };
    },
    postTransfers: async ({ transfers, atomic }, { caller }) => {
      if (transfers.length === 0 || transfers.length > MOST_TRANSFERS) {
        throw invalidField('transfers', `must have 1 to ${MOST_TRANSFERS} items`);
      }
      return { results: (await app.postTransfers(caller, transfers.map(readTransfer), atomic)).map(resultMessage) };
    },
    reverseTransfer: async (request, { caller }) => {
      const transferId = id(request.transferId, 'transfer_id');
      const callerId = request.callerUserId === '' ? null : id(request.callerUserId, 'caller_user_id');
      const note = length(request.note, 'note', 0, 500);
      const reference = request.reference === '' ? null : length(request.reference, 'reference', 1, 200);
      const asked = JSON.stringify(['reverse', transferId, callerId, note, reference]);
      const key = idempotencyKey(`service ${caller}`, length(request.idempotencyKey, 'idempotency_key', 1, 200), asked);
      const { body } = await app.reverseTransfer({ transferId, callerId, note, reference, key });
      return { transfer: transferMessage(body) };
    },
    ...listMethods(app),
    ...fundingMethods(app),
    ...pointsMethods(app),
  };
}
