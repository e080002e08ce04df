import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';
import type { Notification } from './ports.ts';

/** Marks a notification as read. Throws NOT_FOUND when the person has no such notification. */
export async function readNotification(
  { notifications, clock }: Pick<Deps, 'notifications' | 'clock'>,
  { userId, id }: { userId: string; id: string },
): Promise<Notification> {
  const notification = await notifications.markRead(userId, id, clock());
  if (!notification) throw notFound('notification');
  return notification;
}
