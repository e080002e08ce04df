import { route, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { listQuery, notificationParams, notificationSchema, notificationsSchema, readAllSchema } from '../schemas.ts';
import { notificationView } from '../views.ts';

const common = { tag: 'notifications', access: 'user' } as const;

export function notificationRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/notifications',
      summary: 'Your notifications, newest first',
      ...common,
      query: listQuery,
      reply: { status: 200, schema: notificationsSchema },
      handler: async ({ identity: { userId }, query: { unread, ...page } }) => {
        const unreadOnly = unread === 'true';
        const [{ items, nextCursor }, count] = await Promise.all([
          useCases.listNotifications({ ...page, userId, unreadOnly }),
          useCases.countUnread(userId),
        ]);
        return { body: { data: items.map(notificationView), nextCursor, unread: count } };
      },
    }),
    route({
      method: 'post',
      path: '/v1/notifications/read-all',
      summary: 'Mark all notifications as read',
      ...common,
      reply: { status: 200, schema: readAllSchema },
      handler: async ({ identity }) => ({ body: { read: await useCases.readAllNotifications(identity.userId) } }),
    }),
    route({
      method: 'post',
      path: '/v1/notifications/:id/read',
      summary: 'Mark a notification as read',
      ...common,
      params: notificationParams,
      reply: { status: 200, schema: notificationSchema },
      errors: ['NOT_FOUND'],
      handler: async ({ identity: { userId }, params: { id } }) => ({
        body: notificationView(await useCases.readNotification({ userId, id })),
      }),
    }),
  ];
}
