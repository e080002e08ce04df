import { trusted, type Model } from 'mongoose';
import { isDuplicateKey, newestPage } from '@florin/service-kit/mongo';
import type { Direction, Page, PageRequest, RelationStore } from '../../app/friends/ports.ts';
import { MAX_FRIENDS, pairKey, type Asking, type FriendRequest } from '../../domain/relation.ts';
import type { RelationDoc } from './models.ts';

const NO_FRIENDS = { $set: { friends: false }, $unset: { friendsSince: 1 } };
const cancelled = (at: Date) => ({ $set: { 'request.status': 'cancelled', 'request.settledAt': at } }) as const;

/** Friendships and requests: one document a pair, so each step is one atomic write of one document. */
export function createRelationStore(relations: Model<RelationDoc>): RelationStore {
  return {
    find: async (userId, otherId) =>
      (await relations.findById(pairKey(userId, otherId)).lean<RelationDoc>()) ?? undefined,
    findMany: async (userId, otherIds) => {
      const keys = otherIds.map((otherId) => pairKey(userId, otherId));
      const docs = await relations.find({ _id: trusted({ $in: keys }) }).lean<RelationDoc[]>();
      return new Map(docs.map((doc) => [doc.members.find((member) => member !== userId) ?? userId, doc]));
    },
    findRequest: async (requestId, userId) =>
      toRequest(await relations.findOne({ 'request.id': requestId, members: userId }).lean<RelationDoc>()),
    open: (...request) => openRequest(relations, ...request),
    settle: (...request) => settleRequest(relations, ...request),
    findCrossed: async (crossedBy) =>
      toRequest(await relations.findOne({ 'request.crossedBy': crossedBy }).lean<RelationDoc>()),
    unfriend: async (userId, otherId) => {
      const { modifiedCount } = await relations.updateOne({ _id: pairKey(userId, otherId), friends: true }, NO_FRIENDS);
      return modifiedCount === 1;
    },
    part: async (userId, otherId, at) => {
      const _id = pairKey(userId, otherId);
      await relations.updateOne({ _id, friends: true }, NO_FRIENDS);
      await relations.updateOne({ _id, 'request.status': 'pending' }, cancelled(at));
    },
    haveCommonFriend: async (userId, otherId) => {
      const { items } = await listFriends(relations, userId, { limit: MAX_FRIENDS });
      const keys = items.map((friendId) => pairKey(otherId, friendId));
      return (await relations.exists({ _id: trusted({ $in: keys }), friends: true })) !== null;
    },
    listRequests: (userId, direction, page) => listRequests(relations, userId, direction, page),
    listFriends: (userId, page) => listFriends(relations, userId, page),
    countFriends: (userId) => relations.countDocuments({ members: userId, friends: true }),
    countOpenRequests: (userId) =>
      relations.countDocuments({ 'request.fromUserId': userId, 'request.status': 'pending' }),
    forget: async (userId, at) => {
      await relations.updateMany({ members: userId, friends: true, friendsSince: trusted({ $lte: at }) }, NO_FRIENDS);
      await relations.updateMany(
        { members: userId, 'request.status': 'pending', 'request.createdAt': trusted({ $lte: at }) },
        cancelled(at),
      );
    },
  };
}

async function openRequest(
  relations: Model<RelationDoc>,
  ...[request, event, known]: Parameters<RelationStore['open']>
): Promise<FriendRequest | undefined> {
  const _id = pairKey(request.fromUserId, request.toUserId);
  const asked = { fromUserId: request.fromUserId, at: request.createdAt };
  if (!known) {
    const members = [request.fromUserId, request.toUserId].sort();
    try {
      await relations.create({ _id, members, friends: false, request, asked: [asked], outbox: [event] });
      return request;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
  const doc = await relations
    .findOneAndUpdate(
      {
        _id,
        friends: false,
        'request.status': trusted({ $ne: 'pending' }),
        // what was read still holds: nobody has asked since
        'request.id': known?.request?.id === request.id ? '' : (known?.request?.id ?? ''),
      },
      { $set: { request }, $push: { outbox: event, asked: last(asked) } },
      { returnDocument: 'after' },
    )
    .lean<RelationDoc>();
  if (doc) return request;
  return toRequest(await relations.findOne({ _id, 'request.id': request.id }).lean<RelationDoc>());
}

async function settleRequest(
  relations: Model<RelationDoc>,
  ...[{ id: requestId, fromUserId }, to, at, { event, crossedBy } = {}]: Parameters<RelationStore['settle']>
): Promise<FriendRequest | undefined> {
  const accepted = to === 'accepted';
  const doc = await relations
    .findOneAndUpdate(
      { 'request.id': requestId, 'request.status': 'pending' },
      {
        $set: {
          'request.status': to,
          'request.settledAt': at,
          ...(crossedBy === undefined ? {} : { 'request.crossedBy': crossedBy }),
          ...(accepted ? { friends: true, friendsSince: at } : {}),
        },
        $push: {
          ...(event ? { outbox: event } : {}),
          ...(to === 'declined' ? { declined: last({ fromUserId, at }) } : {}),
        },
      },
      { returnDocument: 'after' },
    )
    .lean<RelationDoc>();
  return toRequest(doc);
}

/** Kept of the pair's askings and of its declines: more than any limit counts. */
const MAX_KEPT = 100;

function last(asking: Asking) {
  return { $each: [asking], $slice: -MAX_KEPT };
}

async function listRequests(
  relations: Model<RelationDoc>,
  userId: string,
  direction: Direction,
  page: PageRequest,
): Promise<Page<FriendRequest>> {
  const side = direction === 'incoming' ? 'request.toUserId' : 'request.fromUserId';
  const filter = { [side]: userId, 'request.status': 'pending' };
  const { data, nextCursor } = await newestPage(relations, {
    ...page,
    filter,
    by: ['request.createdAt', 'request.id'],
  });
  return { items: data.map((doc) => doc.request), nextCursor };
}

async function listFriends(relations: Model<RelationDoc>, userId: string, page: PageRequest): Promise<Page<string>> {
  const filter = { members: userId, friends: true };
  const { data, nextCursor } = await newestPage(relations, { ...page, filter, by: ['friendsSince', '_id'] });
  const items = data.map(({ members: [first = '', second = ''] }) => (first === userId ? second : first));
  return { items, nextCursor };
}

function toRequest(doc: RelationDoc | null): FriendRequest | undefined {
  if (!doc) return undefined;
  const { id, fromUserId, toUserId, status, createdAt } = doc.request;
  return { id, fromUserId, toUserId, status, createdAt };
}
