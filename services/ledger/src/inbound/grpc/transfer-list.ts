import { invalidField } from '@florin/errors';
import type { LedgerServiceDefinition } from '@florin/proto';
import type { ListTransfersRequest__Output } from '@florin/proto/gen/ledger/florin/ledger/v1/ListTransfersRequest.ts';
import { decodeCursor, encodeCursor, type GrpcMethods } from '@florin/service-kit';
import { z } from 'zod';
import type { UseCases } from '../../app/index.ts';
import { TRANSFER_KINDS, type Transfer } from '../../domain/posting/posting.ts';
import { accountMessage, id, length, oneOf, pageSize, readIds, transferMessage } from './mapping.ts';

const cursorKey = z.tuple([z.uuid()]);
/** a person and as many friends as one may have */
const MAX_OWNERS = 5_001;

/** Transfers, a page at a time or by id. */
export function transferListMethods(useCases: UseCases) {
  return {
    listTransfers: async (request) => {
      const { ownerId, ownerIds, kinds, viewerUserId, everyone } = request;
      const limit = pageSize(request.limit);
      const owners = [...new Set(readIds(ownerId === '' ? ownerIds : [ownerId, ...ownerIds], 'owner_ids', MAX_OWNERS))];
      if (!everyone && owners.length === 0) throw invalidField('owner_id', 'is needed');
      const reference = memoReferenceOf(request);
      const { transfers, next } = await useCases.listTransfers({
        owners: everyone ? 'everyone' : owners,
        reference,
        filter: {
          kinds: kinds.map((kind) => oneOf(kind, TRANSFER_KINDS, 'kinds')),
          viewerId: everyone || viewerUserId === '' ? undefined : id(viewerUserId, 'viewer_user_id'),
        },
        before: decodeCursor(request.cursor === '' ? undefined : request.cursor, cursorKey)?.[0],
        limit,
      });
      const viewer = everyone ? '' : viewerUserId || ownerId;
      const [accounts, messages] = await Promise.all([
        accountsOfParties(useCases, transfers, readIds(request.accountsOf, 'accounts_of', MAX_OWNERS)),
        messagesOf(useCases, transfers, viewer),
      ]);
      return {
        transfers: messages,
        nextCursor: next === null ? '' : encodeCursor([next]),
        accounts: accounts.map(accountMessage),
      };
    },
    getTransfers: async ({ ids, viewerUserId }) => {
      const found = await useCases.findTransfers(readIds(ids, 'ids', 200));
      return { transfers: await messagesOf(useCases, found, viewerUserId) };
    },
  } satisfies Partial<GrpcMethods<LedgerServiceDefinition>>;
}

/** One person's transfers by what they noted on them. */
function memoReferenceOf({ memoReference, ownerId, ownerIds, everyone }: ListTransfersRequest__Output) {
  if (memoReference === '') return undefined;
  if (everyone || ownerId === '' || ownerIds.length > 0) throw invalidField('memo_reference', 'needs owner_id alone');
  return length(memoReference, 'memo_reference', 1, 100);
}

/** With the memos that the viewer may see; of nobody, those that are shared. */
async function messagesOf(useCases: UseCases, transfers: readonly Transfer[], viewer: string) {
  const viewerId = viewer === '' ? null : id(viewer, 'viewer_user_id');
  const memos = await useCases.findMemos({ ids: transfers.map((each) => each.id), viewerId });
  return transfers.map((transfer) => transferMessage(transfer, memos));
}

/** Accounts of those of the owners that sent or got one of the transfers. */
async function accountsOfParties(useCases: UseCases, transfers: readonly Transfer[], owners: readonly string[]) {
  const parties = new Set(transfers.flatMap(({ fromUserId, toUserId }) => [fromUserId, toUserId]));
  const found = owners.filter((owner) => parties.has(owner));
  return found.length === 0 ? [] : useCases.findAccounts({ ids: [], ownerIds: found });
}
