import type { Notice } from '../../domain/message.ts';

/** News of a stranger that is in the app already and waits to be told outside with others. */
export interface GatheredNews {
  /** of the event */
  key: string;
  userId: string;
  fromUserId: string;
  notice: Notice;
  at: Date;
}

export interface GatherStore {
  /**
   * Whether the news goes out now: it is the first for that person since the last window ended, and opens the next one. The
   * same key again gets the same answer.
   */
  goesNow(news: Pick<GatheredNews, 'key' | 'userId'>, now: Date, windowMs: number): Promise<boolean>;
  /** Keeps the news until the window ends; does nothing when it is known. */
  add(news: GatheredNews): Promise<void>;
  /** Claims a person whose window has ended with what waits for them, the oldest first, until `leaseUntil`. */
  claim(now: Date, leaseUntil: Date): Promise<{ userId: string; news: GatheredNews[] } | undefined>;
  /** The claimed news is told; what comes until then is gathered again. */
  finish(claimed: { userId: string; news: readonly GatheredNews[] }, until: Date): Promise<void>;
  forget(userId: string): Promise<void>;
}

/** Whether two people are friends; false while users does not reply. */
export type IsFriend = (userId: string, otherId: string) => Promise<boolean>;
