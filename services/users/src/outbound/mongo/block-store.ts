import { trusted, type Model } from 'mongoose';
import { isDuplicateKey, newestPage } from '@florin/service-kit/mongo';
import type { BlockStore } from '../../app/blocks/ports.ts';
import type { Blocks } from '../../domain/block.ts';
import type { BlockDoc } from './models.ts';

/** One document a blocker and blocked person, so that each step with its event is one atomic write. */
export function createBlockStore(blocks: Model<BlockDoc>): BlockStore {
  return {
    add: async (blockerId, blockedId, at, event) => {
      const _id = `${blockerId}:${blockedId}`;
      try {
        await blocks.create({ _id, blockerId, blockedId, active: true, createdAt: at, outbox: [event] });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        await blocks.updateOne(
          { _id, active: false },
          { $set: { active: true, createdAt: at }, $push: { outbox: event } },
        );
      }
    },
    end: async (blockerId, blockedId, event) => {
      const { modifiedCount } = await blocks.updateOne(
        { _id: `${blockerId}:${blockedId}`, active: true },
        { $set: { active: false }, $push: { outbox: event } },
      );
      return modifiedCount === 1;
    },
    list: async (blockerId, page) => {
      const filter = { blockerId, active: true };
      const { data, nextCursor } = await newestPage(blocks, { ...page, filter, by: ['createdAt', '_id'] });
      return { items: data.map((doc) => doc.blockedId), nextCursor };
    },
    between: async (userId, otherIds) => {
      const keys = otherIds.flatMap((otherId) => [`${userId}:${otherId}`, `${otherId}:${userId}`]);
      const docs = await blocks.find({ _id: trusted({ $in: keys }), active: true }).lean<BlockDoc[]>();
      const found = new Map<string, Blocks>();
      for (const { blockerId, blockedId } of docs) {
        const otherId = blockerId === userId ? blockedId : blockerId;
        const known = found.get(otherId) ?? { byMe: false, byThem: false };
        found.set(otherId, blockerId === userId ? { ...known, byMe: true } : { ...known, byThem: true });
      }
      return found;
    },
    among: (keys) =>
      blocks
        .find({
          _id: trusted({ $in: keys.map(({ blockerId, blockedId }) => `${blockerId}:${blockedId}`) }),
          active: true,
        })
        .lean<BlockDoc[]>()
        .exec(),
    forget: async (userId) => {
      await blocks.deleteMany({ $or: [{ blockerId: userId }, { blockedId: userId }] });
    },
  };
}
