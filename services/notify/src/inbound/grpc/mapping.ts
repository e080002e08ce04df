import type { Notification } from '../../app/notifications/ports.ts';

export function notificationMessage({ id, kind, title, body, data, read, createdAt }: Notification) {
  return { id, kind, title, body, data: { ...data }, read, createdAt: createdAt.toISOString() };
}
