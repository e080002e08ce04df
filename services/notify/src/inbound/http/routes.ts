import type { Route } from '@florin/service-kit';
import { route } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import type { Notification } from '../../app/ports.ts';
import { mailboxRoutes } from './mailbox-routes.ts';
import {
  listQuery,
  notificationParams,
  notificationSchema,
  notificationsSchema,
  preferencesBody,
  preferencesSchema,
  readAllSchema,
} from './schemas.ts';

/** Every route of this service; the mailbox exists in development only. */
export function routes(useCases: UseCases, options: { withMailbox: boolean }): Route[] {
  return [
    ...inboxRoutes(useCases),
    ...preferenceRoutes(useCases),
    ...(options.withMailbox ? mailboxRoutes(useCases) : []),
  ];
}

export function renderNotification({ id, kind, title, body, read, createdAt }: Notification) {
  return { id, kind, title, body, read, createdAt: createdAt.toISOString() };
}

function inboxRoutes({ inbox }: UseCases): Route[] {
  const tag = 'notifications';
  return [
    route({
      method: 'get',
      path: '/v1/notifications',
      summary: 'Your notifications, newest first',
      tag,
      access: 'user',
      query: listQuery,
      reply: { status: 200, schema: notificationsSchema },
      handler: async ({ identity, query: { unread, ...page } }) => {
        const { items, nextCursor } = await inbox.list(identity.userId, { ...page, unreadOnly: unread === 'true' });
        return { body: { data: items.map(renderNotification), nextCursor } };
      },
    }),
    route({
      method: 'post',
      path: '/v1/notifications/read-all',
      summary: 'Mark all notifications as read',
      tag,
      access: 'user',
      reply: { status: 200, schema: readAllSchema },
      handler: async ({ identity }) => ({ body: { read: await inbox.markAllRead(identity.userId) } }),
    }),
    route({
      method: 'post',
      path: '/v1/notifications/:id/read',
      summary: 'Mark a notification as read',
      tag,
      access: 'user',
      params: notificationParams,
      reply: { status: 200, schema: notificationSchema },
      errors: ['NOT_FOUND'],
      handler: async ({ identity, params }) => ({
        body: renderNotification(await inbox.markRead(identity.userId, params.id)),
      }),
    }),
  ];
}

function preferenceRoutes({ preferences }: UseCases): Route[] {
  const tag = 'notification preferences';
  const path = '/v1/notification-preferences';
  return [
    route({
      method: 'get',
      path,
      summary: 'What you are told, and how',
      tag,
      access: 'user',
      reply: { status: 200, schema: preferencesSchema },
      handler: async ({ identity }) => ({ body: { data: await preferences.get(identity.userId) } }),
    }),
    route({
      method: 'patch',
      path,
      summary: 'Change what you are told; what is not named stays as it is',
      tag,
      access: 'user',
      body: preferencesBody,
      reply: { status: 200, schema: preferencesSchema },
      handler: async ({ identity, body }) => ({
        body: { data: await preferences.set(identity.userId, body.preferences) },
      }),
    }),
  ];
}
