import { createHash } from 'node:crypto';
import { FlorinError } from '@florin/errors';

/**
 * receiving: its file comes in, and nobody sees it yet; ready: read, and nothing of it is written; failed: it can't be
 * read, or the ledger refused a part and all of it was taken back.
 */
export type ImportStatus =
  'receiving' | 'reading' | 'ready' | 'committing' | 'committed' | 'undoing' | 'undone' | 'failed';

/** new: will be a transaction; duplicate: the wallet has it; skipped: of another account or currency, or left out */
export const ROW_STATES = ['new', 'duplicate', 'skipped'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** What its owner says about a file, which overrules what is found. */
export interface Asked {
  format?: string | undefined;
  encoding?: string | undefined;
  mapping?: Record<string, unknown> | undefined;
  /** of a file with several: whose rows are meant; null: all */
  account?: string | null | undefined;
  /** places of rows */
  leaveOut?: number[] | undefined;
  /** places of rows that are taken although they look like duplicates */
  takeAnyway?: number[] | undefined;
}

export interface Problem {
  line: number;
  column: number;
  message: string;
}

/** An account of the file, in one currency. */
export interface FileAccount {
  account: string;
  currency: string;
  rows: number;
  /** minor units */
  sum: bigint;
}

export interface ImportCounts {
  /** payments that could be read */
  rows: number;
  new: number;
  duplicates: number;
  /** rows of those read that are not meant, and what is no payment */
  skipped: number;
  problems: number;
  /** of those skipped: what is no payment */
  passedOver: number;
}

/** What a file holds. */
export interface Findings {
  format: string;
  encoding: string;
  mapping: Record<string, unknown> | null;
  accounts: FileAccount[];
  counts: ImportCounts;
  firstDate: string | null;
  lastDate: string | null;
  /** the first ones */
  problems: Problem[];
  warnings: { line: number; message: string }[];
}

/** A bank's file on its way into a wallet. */
export interface Import extends Findings {
  id: string;
  ownerId: string;
  walletId: string;
  status: ImportStatus;
  fileName: string;
  bytes: number;
  asked: Asked;
  error: { code: string; message: string } | null;
  /** of `total`, in the work under way */
  done: number;
  total: number;
  version: number;
  attempts: number;
  nextAttemptAt: Date;
  createdAt: Date;
  updatedAt: Date;
}

/** A part of a split payment of a file. */
export interface ImportPart {
  /** minor units, signed as the row's */
  amount: string;
  category: string;
  description: string;
  /** once it is committed */
  categoryId?: string;
}

/** A payment of a file, with what becomes of it. */
export interface ImportRow {
  /** from 1, in the order of the file */
  position: number;
  line: number;
  account: string;
  date: string;
  /** minor units, below zero for money that went out */
  amount: bigint;
  currency: string;
  description: string;
  counterparty: string;
  bankId: string;
  category: string;
  /** several, together its amount, or none */
  parts: ImportPart[];
  state: RowState;
  duplicateOf: string | null;
  categoryId: string | null;
  transactionId: string | null;
  walletId: string;
  /** of a row of a full export: the record */
  details: Record<string, unknown> | null;
}

/** The format of our own full export. */
export const RESTORE = 'florin';

export const MAX_FILE_BYTES = 100 * 1024 * 1024;
/** a full export has attachments in it */
export const MAX_RESTORE_BYTES = 6 * MAX_FILE_BYTES;
/** of uploads and of all files that are not committed, per person */
export const MAX_RECEIVING = 3;
export const MAX_OPEN_BYTES = 2 * MAX_FILE_BYTES;
export const MAX_OPEN_IMPORTS = 20;
export const MAX_IMPORTS = 10_000;
export const MAX_IMPORT_ROWS = 1_000_000;
export const MAX_ATTEMPTS = 5;
/** whoever works on one has so long till the next sign of life */
export const LEASE_MS = 60_000;

export const NOTHING_FOUND: Findings = {
  format: 'unknown',
  encoding: '',
  mapping: null,
  accounts: [],
  counts: { rows: 0, new: 0, duplicates: 0, skipped: 0, problems: 0, passedOver: 0 },
  firstDate: null,
  lastDate: null,
  problems: [],
  warnings: [],
};

/** What stands in the transaction: what the bank says, behind whom it was with. */
export function descriptionOf({ text, counterparty }: { text: string; counterparty: string }): string {
  const both = counterparty !== '' && !text.toLowerCase().includes(counterparty.toLowerCase());
  return (text === '' ? counterparty : both ? `${counterparty}: ${text}` : text).slice(0, 500).toWellFormed();
}

/** The same id for the same part of an import, whoever works on it: a UUID of version 8. */
export function partId(importId: string, part: string): string {
  const hex = createHash('sha256').update(`${importId} ${part}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What tells files of one source; undefined for formats without columns. */
export function sourceOf(format: string, mapping: Findings['mapping']): string | undefined {
  const header: unknown = mapping?.['header'];
  if (!Array.isArray(header) || header.length === 0) return undefined;
  return createHash('sha256')
    .update(JSON.stringify([format, header]))
    .digest('hex');
}

/** Whether a job has work with it. */
export function isWorkedOn({ status }: Pick<Import, 'status'>): boolean {
  return status === 'reading' || status === 'committing' || status === 'undoing';
}

/** Throws CONFLICT unless the import is in one of these states. */
export function requireStatus({ status }: Pick<Import, 'status'>, ...allowed: ImportStatus[]): void {
  if (allowed.includes(status)) return;
  throw new FlorinError('CONFLICT', `The import is ${status}`);
}
