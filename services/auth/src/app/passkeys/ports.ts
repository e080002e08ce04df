import type { Db, Tx } from '../ports.ts';

export interface Passkey {
  /** credential id, base64url */
  id: string;
  userId: string;
  publicKey: Buffer;
  /** pg gives bigint as text */
  counter: string;
  transports: string[];
  /** asked for after the password, too */
  secondFactor: boolean;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export interface PasskeyStore {
  /** False when this credential is registered already. */
  insert(tx: Tx, passkey: Passkey): Promise<boolean>;
  find(db: Db, id: string): Promise<Passkey | undefined>;
  listOf(db: Db, userId: string): Promise<Passkey[]>;
  /** Moves the signature counter on, by compare-and-set against a clone that answers at the same time. */
  advance(db: Db, move: { id: string; from: string; to: number; now: Date }): Promise<boolean>;
  drop(tx: Tx, userId: string, id: string): Promise<boolean>;
  dropAll(tx: Tx, userId: string, since?: Date): Promise<number>;
  /** Passkeys go on working, but the password alone signs in again. */
  stopAsking(tx: Tx, userId: string): Promise<void>;
}
