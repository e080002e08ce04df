import type { Deps } from '../index.ts';
import type { ListNotifications, NotificationPage } from './ports.ts';

/** A page of the person's inbox, newest first. Throws INVALID_ARGUMENT on a cursor of another list. */
export function listNotifications(
  { notifications }: Pick<Deps, 'notifications'>,
  query: ListNotifications,
): Promise<NotificationPage> {
  return notifications.list(query);
}
