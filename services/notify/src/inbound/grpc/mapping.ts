import type { Notification } from '../../app/notifications/ports.ts';

export function notificationMessage({ id, kind, title, body, read, createdAt }: Notification) {
  return { id, kind, title, body, read, createdAt: createdAt.toISOString() };
}
