import type { Code } from '../../domain/code.ts';
import type { Db, Tx } from '../ports.ts';

export interface CodeKey {
  userId: string;
  purpose: string;
  address: string;
}

/** Counts a text message to a number of a country. */
export type CountSms = (country: string) => void;

export interface CodeStore {
  /** The rows of some purposes, locked, that of `any` last: whoever tries a code waits for the try before. */
  lock(tx: Tx, keys: { userId: string; purposes: readonly string[]; address: string }): Promise<Code[]>;
  /** Puts a new code in the place of the one before. */
  put(tx: Tx, code: Code): Promise<void>;
  update(tx: Tx, key: CodeKey, fields: Partial<Code>): Promise<void>;
  voidAll(tx: Tx, userId: string): Promise<void>;
  prune(db: Db, before: Date): Promise<void>;
}
