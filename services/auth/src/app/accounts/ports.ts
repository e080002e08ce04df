import type { User } from '../../domain/user.ts';
import type { Db, Tx } from '../ports.ts';

/** By what a person is found: one of the unique columns, normalised. */
export type Identifier =
  | { kind: 'id'; value: string }
  | { kind: 'email'; value: string }
  | { kind: 'username'; value: string }
  | { kind: 'mobile'; value: string };

/** Usernames that their owners gave up. */
export interface UsernameStore {
  /** Whom a given-up username belongs to at this moment. */
  holderOf(db: Db, usernameNormal: string, now: Date): Promise<string | undefined>;
  hold(tx: Tx, held: { usernameNormal: string; userId: string; givenUpAt: Date; heldUntil: Date }): Promise<void>;
  /** Its owner takes it back. */
  release(tx: Tx, usernameNormal: string): Promise<void>;
  /** When a person gave usernames up since an instant, oldest first. */
  givenUpSince(db: Db, userId: string, since: Date): Promise<Date[]>;
  prune(db: Db, now: Date): Promise<void>;
}

export interface UserStore {
  find(db: Db, identifier: Identifier): Promise<User | undefined>;
  /** The row, locked until the transaction ends; whoever changes a person's credentials or events takes it first. */
  lock(tx: Tx, id: string): Promise<User | undefined>;
  /** as `lock`, by any identifier */
  lockBy(tx: Tx, identifier: Identifier): Promise<User | undefined>;
  list(db: Db, ids: readonly string[]): Promise<User[]>;
  /** By the beginning of whatever a person is called or reached by; newest first. */
  search(db: Db, search: { query?: string | undefined; before?: string | undefined; limit: number }): Promise<User[]>;
  /** Throws the unique violation of PostgreSQL when an identifier is taken; see `takenBy`. */
  insert(tx: Tx, user: User): Promise<void>;
  update(tx: Tx, id: string, fields: Partial<User>): Promise<void>;
  /** Which identifier a unique violation is about, or undefined for any other error. */
  takenBy(error: unknown): 'email' | 'username' | 'mobile' | undefined;
  retire(tx: Tx, userId: string, hashes: Buffer[]): Promise<void>;
  /** Lets an identifier of a terminated account be another person's. */
  unretire(tx: Tx, hash: Buffer): Promise<void>;
  /** The terminated account that an identifier belonged to. */
  findRetired(db: Db, hash: Buffer): Promise<User | undefined>;
  findFederated(db: Db, issuer: string, subject: string): Promise<string | undefined>;
  linkFederated(
    tx: Tx,
    identity: { issuer: string; subject: string; userId: string; email: string | null; createdAt: Date },
  ): Promise<void>;
  federatedOf(db: Db, userId: string): Promise<{ issuer: string; createdAt: Date }[]>;
  /** Unlinks all identities, or those linked since an instant; returns how many. */
  unlinkFederated(tx: Tx, userId: string, since?: Date): Promise<number>;
}
