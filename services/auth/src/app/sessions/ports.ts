import type { Session } from '../../domain/session.ts';
import type { Db, Tx } from '../ports.ts';

export interface SessionStore {
  insert(tx: Tx, session: Session): Promise<void>;
  byId(db: Db, id: string): Promise<Session | undefined>;
  byOpaqueHash(db: Db, hash: Buffer): Promise<Session | undefined>;
  /** Sessions of a person that have not ended, last used first. */
  liveOf(db: Db, userId: string, now: Date): Promise<Session[]>;
  /** Ids of a person's living sessions but for the newest `maximum`. */
  beyond(db: Db, userId: string, maximum: number): Promise<string[]>;
  /**
   * Moves a session from one generation to the next, if it is live and still at that generation: of any number of
   * callers one wins. Answers whether this one did.
   */
  rotate(db: Db, step: { id: string; generation: number; now: Date; ipArea: string }): Promise<boolean>;
  update(db: Db, id: string, fields: Partial<Session>): Promise<void>;
  /** Ends the given sessions of one person that still live, and answers those it ended. */
  end(tx: Tx, ended: { userId: string; ids: readonly string[]; reason: string; now: Date }): Promise<Session[]>;
  /** Takes the push tokens of sessions that lapsed, at most `maximum`; returns those sessions. */
  takeLapsedPushes(tx: Tx, now: Date, maximum: number): Promise<Session[]>;
  /** Drops sessions that ended or lapsed before `before`. */
  prune(db: Db, before: Date): Promise<void>;
}
