import type { Day } from '@florin/calendar';
import type { Mapping } from './csv/mapping.ts';

/** The bytes of a file, from the beginning each time it is called: what a file says is known after a first reading. */
export type Source = () => AsyncIterable<Uint8Array>;

export const FORMATS = ['csv', 'ofx', 'qif', 'camt', 'mt940', 'splitwise', 'firefly', 'ynab', 'actual'] as const;
export type Format = (typeof FORMATS)[number];

export interface Split {
  /** minor units, signed as the row's */
  amount: bigint;
  category: string;
  text: string;
}

/** One booked payment. Texts are empty where the file has none. */
export interface BankRow {
  /** where it begins, from 1; in a database, which row it is */
  line: number;
  account: string;
  date: Day;
  /** minor units of `currency`, below zero for money that went out */
  amount: bigint;
  currency: string;
  text: string;
  counterparty: string;
  /** the bank's own name for it; may be used twice */
  id: string;
  category: string;
  /** the own account on the other side, where the file names one */
  transferAccount: string;
  /** id of an earlier row that this one replaces */
  corrects: string;
  /** none, or parts whose sum is `amount` */
  splits: Split[];
}

/** What a file gives, in its order. A problem is a row that can't be read, with line and column from 1. */
export type Item =
  | { kind: 'row'; row: BankRow }
  | { kind: 'problem'; line: number; column: number; message: string }
  | { kind: 'warning'; line: number; message: string }
  | { kind: 'skipped'; line: number; reason: string };

export type Emit = (item: Item) => void;

export interface ReadOptions {
  /** of rows whose file names none; ISO 4217 */
  currency: string;
  /** overrule what is detected */
  format?: Format | undefined;
  encoding?: string | undefined;
  mapping?: Partial<Mapping> | undefined;
}

/** A file whose format, encoding and columns are known. */
export interface BankFile {
  format: Format | 'unknown';
  encoding: string;
  /** of formats with columns */
  mapping: Mapping | null;
  /** Reads it from the beginning; never throws for what the bytes are. */
  items(): AsyncIterable<Item>;
}

/** What is wrong with a value; becomes a problem of its place. */
export class Fault extends Error {
  /** of the value in its line, from 1 */
  readonly column: number | undefined;

  constructor(message: string, column?: number) {
    super(message);
    this.column = column;
  }
}

/** A row with what a file says, and nothing of the rest. */
export function bankRow(row: Pick<BankRow, 'line' | 'date' | 'amount' | 'currency'> & Partial<BankRow>): BankRow {
  return {
    account: '',
    text: '',
    counterparty: '',
    id: '',
    category: '',
    transferAccount: '',
    corrects: '',
    splits: [],
    ...row,
  };
}

/** Values of a file in a message: short, and without what could break a line of a log. */
export function quoted(text: string): string {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return JSON.stringify(short);
}
