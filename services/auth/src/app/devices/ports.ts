import type { Db, Tx } from '../ports.ts';

export interface TrustedDevice {
  id: string;
  userId: string;
  tokenHash: Buffer;
  deviceName: string;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
}

export interface KnownDeviceStore {
  /** Remembers keys for sign-ins to come; keeps the 100 used last. Answers whether there were any, and the first one, before. */
  remember(
    tx: Tx,
    userId: string,
    keys: readonly [Buffer, ...Buffer[]],
    now: Date,
  ): Promise<{ any: boolean; first: boolean }>;
  forget(tx: Tx, userId: string): Promise<void>;
}

export interface TrustedDeviceStore {
  insert(tx: Tx, device: TrustedDevice): Promise<void>;
  /** Finds a person's device by its token and notes the use. */
  touch(db: Db, userId: string, tokenHash: Buffer, now: Date): Promise<TrustedDevice | undefined>;
  listOf(db: Db, userId: string, now: Date): Promise<TrustedDevice[]>;
  drop(tx: Tx, userId: string, id: string): Promise<boolean>;
  dropAll(tx: Tx, userId: string): Promise<void>;
  prune(db: Db, now: Date): Promise<void>;
}
