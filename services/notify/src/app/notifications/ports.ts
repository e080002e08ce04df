import type { FlorinEvent } from '@florin/contracts';
import type { Kind } from '../../domain/kinds.ts';
import type { NoticeData } from '../../domain/message.ts';

/** One line of a person's inbox in the app. */
export interface Notification {
  id: string;
  userId: string;
  kind: Kind;
  title: string;
  body: string;
  /** what a client links to and writes in its own words */
  data: NoticeData;
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
  /** Keeps it with the event that tells of it. Does nothing when the id is known. */
  add(notification: Notification, event: FlorinEvent): Promise<void>;
  /** How many the person has not read, at most 1000. */
  countUnread(userId: string): Promise<number>;
  /** Newest first. Throws INVALID_ARGUMENT on a cursor of another list. */
  list(query: ListNotifications): Promise<NotificationPage>;
  /** undefined when the person has no such notification */
  markRead(userId: string, id: string, at: Date): Promise<Notification | undefined>;
  /** Marks those created until then; returns how many became read. */
  markAllRead(userId: string, until: Date): Promise<number>;
  forget(userId: string): Promise<void>;
}
