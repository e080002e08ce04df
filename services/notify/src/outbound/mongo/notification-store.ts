import { trusted, type Model } from 'mongoose';
import { isDuplicateKey, newestPage } from '@florin/service-kit/mongo';
import type { Notification, NotificationStore } from '../../app/notifications/ports.ts';
import type { NotificationDoc } from './models.ts';

const MAX_COUNTED = 1_000;

export function createNotificationStore(notifications: Model<NotificationDoc>): NotificationStore {
  return {
    add: async ({ id, read: _read, ...rest }, event) => {
      try {
        await notifications.create({ _id: id, ...rest, readAt: null, outbox: [event] });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    list: async ({ userId, unreadOnly = false, ...page }) => {
      const filter = { userId, ...(unreadOnly ? { readAt: null } : {}) };
      const { data, nextCursor } = await newestPage(notifications, { ...page, filter, by: ['createdAt', '_id'] });
      return { items: data.map(toNotification), nextCursor };
    },
    countUnread: (userId) => notifications.countDocuments({ userId, readAt: null }, { limit: MAX_COUNTED }),
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

function toNotification({
  _id: id,
  userId,
  kind,
  title,
  body,
  data = {},
  readAt,
  createdAt,
}: NotificationDoc): Notification {
  return { id, userId, kind, title, body, data, read: readAt !== null, createdAt };
}
