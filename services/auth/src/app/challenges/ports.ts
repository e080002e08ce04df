import type { Db, Tx } from '../ports.ts';

export interface Challenge {
  tokenHash: Buffer;
  kind: string;
  userId: string | null;
  data: Record<string, unknown>;
  tries: number;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

export interface ChallengeStore {
  insert(db: Db, challenge: Challenge): Promise<void>;
  find(db: Db, tokenHash: Buffer): Promise<Challenge | undefined>;
  /** Counts one try, if the challenge is of this kind, unused, in time and has tries left; answers it then. */
  takeTry(
    db: Db,
    open: { tokenHash: Buffer; kind: string; now: Date; maximumTries: number },
  ): Promise<Challenge | undefined>;
  /** Uses a challenge up: of any number of callers one gets true. */
  use(tx: Tx, tokenHash: Buffer, now: Date): Promise<boolean>;
  setData(tx: Tx, tokenHash: Buffer, data: Record<string, unknown>): Promise<void>;
  dropOf(tx: Tx, userId: string): Promise<void>;
  prune(db: Db, before: Date): Promise<void>;
}
