import type { Deps } from '../index.ts';

/** Marks every notification of the person as read; returns how many became read. */
export function readAllNotifications(deps: Pick<Deps, 'notifications' | 'clock'>, userId: string): Promise<number> {
  return deps.notifications.markAllRead(userId, deps.clock());
}
