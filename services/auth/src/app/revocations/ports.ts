import type { Db, Tx } from '../ports.ts';

export interface Revocation {
  sessionId: string;
  userId: string;
  revokedAt: Date;
  /** after this instant no token of the session is valid anyway */
  neededUntil: Date;
}

export interface RevocationStore {
  insert(tx: Tx, revocations: Revocation[]): Promise<void>;
  /** Revocations since an instant whose tokens could still be met, oldest first, after the last one of the page before. */
  list(
    db: Db,
    page: { since: Date; now: Date; after?: [Date, string] | undefined; limit: number },
  ): Promise<Revocation[]>;
  prune(db: Db, now: Date): Promise<void>;
}
