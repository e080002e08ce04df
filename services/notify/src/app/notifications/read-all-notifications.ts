import type { Deps } from '../index.ts';

/** Marks every notification of the person as read; returns how many became read. */
export function readAllNotifications(
  { notifications, clock }: Pick<Deps, 'notifications' | 'clock'>,
  userId: string,
): Promise<number> {
  return notifications.markAllRead(userId, clock());
}
