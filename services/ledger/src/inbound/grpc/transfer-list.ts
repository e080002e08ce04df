import { invalidField } from '@florin/errors';
import type { LedgerServiceDefinition } from '@florin/proto';
import { decodeCursor, encodeCursor, type GrpcMethods } from '@florin/service-kit';
import { z } from 'zod';
import type { UseCases } from '../../app/index.ts';
import { TRANSFER_KINDS, type Transfer } from '../../domain/posting/posting.ts';
import { accountMessage, id, oneOf, pageSize, readIds, transferMessage } from './mapping.ts';

const cursorKey = z.tuple([z.uuid()]);
/** a person and as many friends as one may have */
const MAX_OWNERS = 5_001;

/** Transfers, a page at a time or by id. */
export function transferListMethods(
  useCases: UseCases,
): Pick<GrpcMethods<LedgerServiceDefinition>, 'listTransfers' | 'getTransfers'> {
  return {
    listTransfers: async (request) => {
      const { ownerId, ownerIds, kinds, viewerUserId, everyone } = request;
      const limit = pageSize(request.limit);
      const owners = [...new Set(readIds(ownerId === '' ? ownerIds : [ownerId, ...ownerIds], 'owner_ids', MAX_OWNERS))];
      if (!everyone && owners.length === 0) throw invalidField('owner_id', 'is needed');
      const { transfers, next } = await useCases.listTransfers({
        owners: everyone ? 'everyone' : owners,
        filter: {
          kinds: kinds.map((kind) => oneOf(kind, TRANSFER_KINDS, 'kinds')),
          viewerId: everyone || viewerUserId === '' ? undefined : id(viewerUserId, 'viewer_user_id'),
        },
        before: decodeCursor(request.cursor === '' ? undefined : request.cursor, cursorKey)?.[0],
        limit,
      });
      const accounts = await accountsOfParties(
        useCases,
        transfers,
        readIds(request.accountsOf, 'accounts_of', MAX_OWNERS),
      );
      return {
        transfers: transfers.map(transferMessage),
        nextCursor: next === null ? '' : encodeCursor([next]),
        accounts: accounts.map(accountMessage),
      };
    },
    getTransfers: async ({ ids }) => {
      const found = await useCases.findTransfers(readIds(ids, 'ids', 200));
      return { transfers: found.map(transferMessage) };
    },
  };
}

/** Accounts of those of the owners that sent or got one of the transfers. */
async function accountsOfParties(useCases: UseCases, transfers: readonly Transfer[], owners: readonly string[]) {
  const parties = new Set(transfers.flatMap(({ fromUserId, toUserId }) => [fromUserId, toUserId]));
  const found = owners.filter((owner) => parties.has(owner));
  return found.length === 0 ? [] : useCases.findAccounts({ ids: [], ownerIds: found });
}
