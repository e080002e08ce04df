import type { KeyObject } from 'node:crypto';
import type { AuditEntry } from '../../domain/audit.ts';
import type { Db, Tx } from '../ports.ts';

export interface AuditStore {
  /** Adds an entry to the person's chain; entries of one person wait for each other. */
  append(tx: Tx, key: KeyObject, entry: Omit<AuditEntry, 'n' | 'previous' | 'mac'>): Promise<void>;
  /** A person's entries, newest first, below number `before`. */
  listOf(db: Db, userId: string, page: { before?: number | undefined; limit: number }): Promise<AuditEntry[]>;
  /** The whole chain in order, for verification and export; at most `limit` entries. */
  chainOf(db: Db, userId: string, limit?: number): Promise<{ entries: AuditEntry[]; head: { n: number; mac: Buffer } }>;
}
