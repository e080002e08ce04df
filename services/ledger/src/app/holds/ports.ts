import type { Hold } from '../../domain/hold.ts';
import type { Page, Tx } from '../ports.ts';

export interface HoldStore {
  add(tx: Tx, hold: Hold): Promise<void>;
  lock(tx: Tx, id: string): Promise<Hold | undefined>;
  /** Saves how a hold ended. */
  end(tx: Tx, hold: Hold): Promise<void>;
  find(id: string): Promise<Hold | undefined>;
  /** Of which the user is a party, newest first. */
  list(userId: string, query: Page & { reference: string | undefined }): Promise<Hold[]>;
  /** Ids of pending ones whose time is over. */
  expired(now: Date, limit: number): Promise<string[]>;
}
