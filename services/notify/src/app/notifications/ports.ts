import type { Kind } from '../../domain/kinds.ts';

/** One line of a person's inbox in the app. */
export interface Notification {
  id: string;
  userId: string;
  kind: Kind;
  title: string;
  body: string;
  read: boolean;
  createdAt: Date;
}

export interface NotificationPage {
  items: Notification[];
  nextCursor: string | null;
}

export interface ListNotifications {
  userId: string;
  limit: number;
  cursor?: string | undefined;
  unreadOnly?: boolean;
}

export interface NotificationStore {
  /** Does nothing when the id is known. */
  add(notification: Notification): Promise<void>;
  /** Newest first. Throws INVALID_ARGUMENT on a cursor of another list. */
  list(query: ListNotifications): Promise<NotificationPage>;
  /** undefined when the person has no such notification */
  markRead(userId: string, id: string, at: Date): Promise<Notification | undefined>;
  /** Marks those created until then; returns how many became read. */
  markAllRead(userId: string, until: Date): Promise<number>;
  forget(userId: string): Promise<void>;
}
