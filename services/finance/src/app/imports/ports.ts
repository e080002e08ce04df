import type { FileAccount, Import, ImportRow, ImportStatus, RowState } from '../../domain/imports/import.ts';
import type { Slice } from '../ports.ts';

/** What a person's imports take up. */
export interface ImportUsage {
  all: number;
  receiving: number;
  /** neither committed nor undone */
  open: number;
  openBytes: number;
}

export interface ImportStore {
  insert(one: Import): Promise<void>;
  find(ownerId: string, id: string, lock?: 'update'): Promise<Import | undefined>;
  /** Latest first. */
  list(ownerId: string, slice: Slice): Promise<Import[]>;
  usage(ownerId: string): Promise<ImportUsage>;
  update(id: string, changes: Partial<Omit<Import, 'id' | 'ownerId' | 'createdAt'>>, now: Date): Promise<Import>;
  /** Takes up one of this status that is due and that nobody works on, till `until`. */
  claim(status: ImportStatus, now: Date, until: Date): Promise<Import | undefined>;
  /** Keeps hold of one that was claimed as `version`, and tells how far it is; false when somebody else has it. */
  hold(
    one: Pick<Import, 'id' | 'version'>,
    progress: Partial<Pick<Import, 'done' | 'total'>>,
    until: Date,
  ): Promise<boolean>;
  /** With file and rows. */
  remove(ownerId: string, id: string): Promise<void>;
  /** Deletes those that were not committed and have not changed since, at most `limit`; returns how many. */
  forgetBefore(times: { receiving: Date; others: Date }, limit: number): Promise<number>;
  addChunk(one: Pick<Import, 'id' | 'ownerId'>, position: number, bytes: Buffer): Promise<void>;
  /** The file from its beginning. */
  chunks(id: string): AsyncIterable<Uint8Array>;
  /** How many bytes each piece of it has. */
  pieceSizes: (id: string) => Promise<number[]>;
  piece: (id: string, position: number) => Promise<Uint8Array>;
  dropChunks(id: string): Promise<void>;
  /** What its owner said about files of a source. */
  savedMapping(ownerId: string, source: string): Promise<Record<string, unknown> | undefined>;
  saveMapping(ownerId: string, source: string, mapping: Record<string, unknown>, now: Date): Promise<void>;
}

type Decided = 'state' | 'duplicateOf' | 'categoryId' | 'transactionId';
export type NewImportRow = Omit<ImportRow, Decided | 'walletId' | 'details'>;
/** A row of a full export, which names its wallet here and is all that it was. */
export type NewRestoredRow = Omit<ImportRow, Decided | 'parts'>;

/** What decides over the rows of a file. */
export interface Choice {
  currency: string;
  /** null: rows of all accounts are meant */
  account: string | null;
  leaveOut: readonly number[];
  takeAnyway: readonly number[];
}

/** What decides over the rows of a full export. */
export interface RestoreChoice extends Pick<Choice, 'account' | 'leaveOut'> {
  /** wallets that take none */
  closed: readonly string[];
}

/** minor units */
export interface ImportSums {
  in: bigint;
  out: bigint;
}

export interface FileCategory {
  name: string;
  type: 'income' | 'expense';
}

/** Ids of categories: by the names in the file, and for rows of other names or none. */
export interface Filing {
  named: (FileCategory & { categoryId: string })[];
  income: string;
  expense: string;
}

export interface ImportRowStore {
  clear(importId: string): Promise<void>;
  insert(one: Pick<Import, 'id' | 'ownerId' | 'walletId'>, rows: readonly NewImportRow[]): Promise<void>;
  insertRestored(one: Pick<Import, 'id' | 'ownerId'>, rows: readonly NewRestoredRow[]): Promise<void>;
  /** Gives rows of a full export their state: known by their ids, here or as an earlier import made them. */
  decideRestored(one: Pick<Import, 'id' | 'ownerId'>, choice: RestoreChoice): Promise<void>;
  /** Gives new rows of a full export the ids of their transactions, and parts: both ends of a transfer are in one. */
  takeRestored(importId: string): Promise<void>;
  /** The file's accounts, those with the most rows first; at most 100. */
  accounts(importId: string): Promise<FileAccount[]>;
  /** Gives every row its state, by what the wallet has already. */
  decide(one: Pick<Import, 'id' | 'ownerId' | 'walletId'>, choice: Choice): Promise<void>;
  countByState(importId: string): Promise<Record<RowState, number>>;
  days(importId: string): Promise<{ first: string | null; last: string | null }>;
  /** What new or taken rows bring in and take out. */
  sums(importId: string, which: 'new' | 'taken'): Promise<ImportSums>;
  /** What the file calls the categories of new rows and parts, by what those are. */
  categoriesOfNew(importId: string): Promise<FileCategory[]>;
  /**
   * Gives new rows and their parts their categories, rows the ids of their transactions and parts of a thousand: first those that bring money in,
   * by their days.
   */
  take(importId: string, filing: Filing): Promise<void>;
  /** Taken rows of a part, from 0, those that bring money in first. */
  part(importId: string, part: number): Promise<ImportRow[]>;
  /** -1 when none was taken. */
  lastPart(importId: string): Promise<number>;
  /** Their transactions are gone: the next file may bring them. */
  release(importId: string, transactionIds: readonly string[]): Promise<void>;
  list(importId: string, state: RowState | undefined, slice: { limit: number; after?: number }): Promise<ImportRow[]>;
}
