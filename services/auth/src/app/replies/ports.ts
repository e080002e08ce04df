import type { Db } from '../ports.ts';

/** Replies by the calls they answered. */
export interface KeptReplyStore {
  /** Takes a call on; false when it was taken on before, unless that was before `stale` and had no reply. */
  begin(db: Db, id: Buffer, now: Date, stale: Date): Promise<boolean>;
  /** What a call was answered; undefined while it is under way, or when it never came. */
  find(db: Db, id: Buffer): Promise<string | undefined>;
  keep(db: Db, id: Buffer, sealed: string): Promise<void>;
  drop(db: Db, id: Buffer): Promise<void>;
  prune(db: Db, before: Date): Promise<void>;
}
