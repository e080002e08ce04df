import { notFound } from '@florin/errors';
import type { Clock } from '@florin/service-kit';
import type { Notification, NotificationPage, NotificationStore } from './ports.ts';

/** A person's list of notifications in the app. */
export function createInbox({ notifications, clock }: { notifications: NotificationStore; clock: Clock }) {
  return {
    /** Newest first. */
    list: (
      userId: string,
      page: { limit: number; cursor?: string | undefined; unreadOnly?: boolean },
    ): Promise<NotificationPage> => notifications.list(userId, page),
    /** Throws NOT_FOUND when the person has no such notification. */
    markRead: async (userId: string, id: string): Promise<Notification> => {
      const notification = await notifications.markRead(userId, id, clock());
      if (!notification) throw notFound('notification');
      return notification;
    },
    /** How many became read. */
    markAllRead: (userId: string): Promise<number> => notifications.markAllRead(userId, clock()),
  };
}
