import { trusted, type Model } from 'mongoose';
import { isDuplicateKey } from '@florin/service-kit/mongo';
import type { GatherStore } from '../../app/gathered/ports.ts';
import type { GatheredDoc, WindowDoc } from './models.ts';

const MOST_AT_ONCE = 500;

/** One document a person says until when news is gathered, one a piece of news keeps it. */
export function createGatherStore(windows: Model<WindowDoc>, gathered: Model<GatheredDoc>): GatherStore {
  const idOf = ({ key, userId }: { key: string; userId: string }) => `${key}:${userId}`;
  const markDue = async (userId: string) => {
    const window = await windows.findById(userId).lean<WindowDoc>();
    await windows.updateOne({ _id: userId, dueAt: null }, { $set: { dueAt: window?.until ?? new Date(0) } });
  };
  const put = async (doc: GatheredDoc) => {
    try {
      await gathered.create(doc);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  };
  return {
    goesNow: async (news, now, windowMs) => {
      const _id = idOf(news);
      const { key, userId } = news;
      const first = (await windows.findById(userId).lean<WindowDoc>())?.key === key;
      if (!first && ((await gathered.exists({ _id })) || !(await open(windows, news, now, windowMs)))) return false;
      await put({ _id, userId, told: true, at: now });
      return true;
    },
    add: async ({ at, userId, ...rest }) => {
      await put({ _id: idOf({ userId, key: rest.key }), userId, told: false, at, news: rest });
      await markDue(userId);
    },
    claim: async (now, leaseUntil) => {
      const window = await windows
        .findOneAndUpdate({ dueAt: trusted({ $lte: now }) }, { $set: { dueAt: leaseUntil } }, { sort: { dueAt: 1 } })
        .lean<WindowDoc>();
      if (!window) return undefined;
      const { _id: userId } = window;
      const docs = await gathered
        .find({ userId, told: false })
        .sort({ at: 1, _id: 1 })
        .limit(MOST_AT_ONCE)
        .lean<GatheredDoc[]>();
      return { userId, news: docs.flatMap(({ news, at }) => (news ? [{ ...news, userId, at }] : [])) };
    },
    finish: async ({ userId, news }, until) => {
      await gathered.updateMany(
        { _id: trusted({ $in: news.map(idOf) }) },
        { $set: { told: true }, $unset: { news: 1 } },
      );
      await windows.updateOne({ _id: userId }, { $set: { until, dueAt: null } });
      if (await gathered.exists({ userId, told: false })) await markDue(userId);
    },
    forget: async (userId) => {
      await gathered.deleteMany({ userId });
      await windows.deleteOne({ _id: userId });
    },
  };
}

/** Opens a window unless one is open. */
async function open(
  windows: Model<WindowDoc>,
  ...[{ key, userId }, now, windowMs]: Parameters<GatherStore['goesNow']>
): Promise<boolean> {
  const until = new Date(now.getTime() + windowMs);
  try {
    const filter = { _id: userId, until: trusted({ $lte: now }) };
    await windows.updateOne(filter, { $set: { until, key }, $setOnInsert: { dueAt: null } }, { upsert: true });
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return (await windows.findById(userId).lean<WindowDoc>())?.key === key;
  }
}
