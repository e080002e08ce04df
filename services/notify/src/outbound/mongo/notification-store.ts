import { trusted, type Model } from 'mongoose';
import { z } from 'zod';
import { isDuplicateKey } from '@florin/service-kit/mongo';
import { decodeCursor, toPage } from '@florin/service-kit';
import type { Notification, NotificationStore } from '../../app/notifications/ports.ts';
import type { NotificationDoc } from './models.ts';

const cursorKey = z.tuple([z.iso.datetime(), z.string().max(80)]);

export function createNotificationStore(notifications: Model<NotificationDoc>): NotificationStore {
  return {
    add: async ({ id, read: _read, ...rest }) => {
      try {
        await notifications.create({ _id: id, ...rest, readAt: null });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    list: async ({ userId, limit, cursor, unreadOnly = false }) => {
      const after = decodeCursor(cursor, cursorKey);
      const docs = await notifications
        .find({ userId, ...(unreadOnly ? { readAt: null } : {}), ...(after ? older(after) : {}) })
        .sort({ createdAt: -1, _id: -1 })
        .limit(limit + 1)
        .lean<NotificationDoc[]>();
      const page = toPage(docs, limit, (doc) => [doc.createdAt.toISOString(), doc._id]);
      return { items: page.data.map(toNotification), nextCursor: page.nextCursor };
    },
    markRead: async (userId, id, at) => {
      await notifications.updateOne({ _id: id, userId, readAt: null }, { $set: { readAt: at } });
      const doc = await notifications.findOne({ _id: id, userId }).lean<NotificationDoc>();
      return doc ? toNotification(doc) : undefined;
    },
    markAllRead: async (userId, until) => {
      const { modifiedCount } = await notifications.updateMany(
        { userId, readAt: null, createdAt: trusted({ $lte: until }) },
        { $set: { readAt: until } },
      );
      return modifiedCount;
    },
    forget: async (userId) => {
      await notifications.deleteMany({ userId });
    },
  };
}

function older([time, id]: [string, string]): object {
  const at = new Date(time);
  return { $or: [{ createdAt: trusted({ $lt: at }) }, { createdAt: at, _id: trusted({ $lt: id }) }] };
}

function toNotification({ _id: id, userId, kind, title, body, readAt, createdAt }: NotificationDoc): Notification {
  return { id, userId, kind, title, body, read: readAt !== null, createdAt };
}
