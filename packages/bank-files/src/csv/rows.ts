import { isCurrency } from '@florin/money';
import { createBalanceCheck } from '../balances.ts';
import { isAmount, parseAmount } from '../text/amount.ts';
import { parseDate } from '../text/date.ts';
import { type BankRow, type Emit, type Item, Fault, bankRow, quoted } from '../types.ts';
import { sideOf } from './layout.ts';
import { type Column, plainName } from './mapping.ts';
import { type CsvRecord, placeOf, recordsOf } from './records.ts';
import type { CsvSurvey } from './survey.ts';

const PENDING =
  /^(pending|vorgemerkt|en attente|pendiente|in sospeso|authori[sz]ed|authori[sz]ation|processing|on hold|reverted|reversed|declined|denied|failed|cancell?ed|expired|abgelehnt|storniert|refuse|rechazad|处理中|交易关闭|已全额退款|保留)/i;
const BALANCE = /\b(balance|solde|saldo|kontostand|bilancio|endsaldo|anfangssaldo)\b/;
const OPENING =
  /\b(start|begin|beginning|opening|initial|previous|debut|ancien|anterior|inicial|iniziale|anfangssaldo|anfang|alter|begin)\b/;
const CLOSING =
  /\b(end|ending|closing|final|current|new|fin|nouveau|actual|finale|endsaldo|ende|neuer|eind|available)\b/;
const MAX_BALANCE_WARNINGS = 3;

export interface CsvReading extends CsvSurvey {
  open: () => AsyncIterable<string>;
  fallbackCurrency: string;
}

/** A cell by the column it is mapped to. */
export type Cells = (column: Column) => string;

/** Makes a row of a record in the manner of one format; null for a record that is no payment. */
export type RowMaker = (record: CsvRecord, cells: Cells, reading: CsvReading) => BankRow | null;

/** Rows of a CSV file by its mapping. */
export async function* readCsv(reading: CsvReading, makeRow: RowMaker = rowOf): AsyncIterable<Item> {
  const { mapping, open } = reading;
  yield* warningsOf(reading);
  if (!isUsable(reading)) return;
  const found: Item[] = [];
  const emit: Emit = (item) => found.push(item);
  const stated = createStatedBalances(reading, emit);
  const running = createRunningBalance(reading, emit);
  for await (const record of recordsOf(open, mapping.delimiter)) {
    if (record.kind === 'fault') emit({ kind: 'problem', line: record.line, column: 1, message: record.message });
    else if (!stated.take(record) && record.number > mapping.headerRecord && record.cells.some((cell) => cell !== '')) {
      const cells: Cells = (column) => record.cells[mapping.columns[column] ?? -1] ?? '';
      const row = read(record, cells, reading, makeRow, emit);
      if (row) {
        emit({ kind: 'row', row });
        stated.row(row);
        running.row(row, cells('balance'));
      }
    }
    yield* found.splice(0);
  }
  stated.end();
  yield* found;
}

function isUsable({ mapping: { columns } }: CsvReading): boolean {
  return columns.date !== undefined && (columns.amount ?? columns.debit ?? columns.credit) !== undefined;
}

function* warningsOf(reading: CsvReading): Iterable<Item> {
  const { mapping, dateOrderCertain } = reading;
  if (!isUsable(reading)) {
    yield {
      kind: 'problem',
      line: 1,
      column: 1,
      message: 'No column of dates and none of amounts was found: say which they are',
    };
  } else if (!dateOrderCertain) {
    yield {
      kind: 'warning',
      line: 1,
      message: `Whether day or month comes first is not told by the file; ${mapping.dateOrder} is taken`,
    };
  }
  if (mapping.invert)
    yield {
      kind: 'warning',
      line: 1,
      message: 'Purchases stand without a minus, as in files of cards: signs are turned',
    };
}

function read(record: CsvRecord, cells: Cells, reading: CsvReading, makeRow: RowMaker, emit: Emit): BankRow | null {
  const { mapping } = reading;
  const skipped = (reason: string) => {
    emit({ kind: 'skipped', line: record.line, reason });
    return null;
  };
  if (PENDING.test(cells('status')) || /^\[?pending\b/i.test(cells('text'))) return skipped('pending');
  if (!/\p{Nd}/u.test(cells('date'))) return skipped('no date');
  try {
    return makeRow(record, cells, reading) ?? skipped('no amount');
  } catch (error) {
    if (!(error instanceof CellFault)) throw error;
    const place = placeOf(record, mapping.columns[error.cell] ?? 0, mapping.delimiter);
    emit({ kind: 'problem', ...place, message: error.message });
    return null;
  }
}

/** What is wrong with the cell of a column. */
export class CellFault extends Error {
  readonly cell: Column;

  constructor(cell: Column, message: string) {
    super(message);
    this.cell = cell;
  }
}

function rowOf(record: CsvRecord, cells: Cells, reading: CsvReading): BankRow | null {
  const currency = currencyOf(cells, reading);
  const amount = amountOf(cells, currency, reading);
  if (amount === undefined) return null;
  const counterparty = cells('counterparty');
  const texts = [cells('text'), cells('memo')].filter((text, index, all) => text !== '' && all.indexOf(text) === index);
  return bankRow({
    line: record.line,
    date: dateOf(cells, reading),
    amount,
    currency,
    counterparty,
    text: texts.join(' ') || counterparty,
    id: cells('id'),
    account: cells('account'),
    category: cells('category'),
  });
}

export function dateOf(cells: Cells, { mapping }: CsvReading): string {
  const date = parseDate(cells('date'), mapping.dateOrder);
  if (date === undefined) throw new CellFault('date', `${quoted(cells('date'))} is no date`);
  return date;
}

export function currencyOf(cells: Cells, { currency, fallbackCurrency }: CsvReading): string {
  const code = cells('currency').toUpperCase() || (currency ?? fallbackCurrency);
  if (!isCurrency(code)) throw new CellFault('currency', `${quoted(code)} is no currency`);
  return code;
}

/** Minor units of one cell, or undefined when it is empty. */
export function moneyOf(cells: Cells, column: Column, currency: string, { mapping }: CsvReading): bigint | undefined {
  const text = cells(column);
  if (text === '' || /^[-–—]$/.test(text)) return undefined;
  try {
    return parseAmount(text, currency, mapping.decimal);
  } catch (error) {
    throw error instanceof Fault ? new CellFault(column, error.message) : error;
  }
}

function amountOf(cells: Cells, currency: string, reading: CsvReading): bigint | undefined {
  const { invert, debitSigned, columns } = reading.mapping;
  if (columns.amount !== undefined) {
    const amount = moneyOf(cells, 'amount', currency, reading);
    const side = sideOf(cells('side'));
    const absolute = amount !== undefined && amount < 0n ? -amount : amount;
    const sided =
      amount === undefined || absolute === undefined || side === 0 ? amount : side < 0 ? -absolute : absolute;
    return sided !== undefined && invert ? -sided : sided;
  }
  const debit = moneyOf(cells, 'debit', currency, reading);
  const credit = moneyOf(cells, 'credit', currency, reading);
  if (debit === undefined && credit === undefined) return undefined;
  const out = debit === undefined ? 0n : debitSigned ? debit : -debit;
  return out + (credit ?? 0n);
}

/** Balances in lines before the header and after the last row. */
function createStatedBalances({ mapping, currency, fallbackCurrency }: CsvReading, emit: Emit) {
  const found: { opening?: bigint; closing?: bigint } = {};
  const code = currency ?? fallbackCurrency;
  let sum = 0n;
  let last = 1;
  return {
    /** true for a line that states a balance */
    take({ cells, line, number }: CsvRecord): boolean {
      last = line;
      if (number === mapping.headerRecord || parseDate(cells[mapping.columns.date ?? -1] ?? '', mapping.dateOrder))
        return false;
      const name = plainName(cells.find((cell) => /\p{L}/u.test(cell)) ?? '');
      const which = !BALANCE.test(name)
        ? undefined
        : OPENING.test(name)
          ? 'opening'
          : CLOSING.test(name)
            ? 'closing'
            : undefined;
      const amount = cells.findLast((cell) => isAmount(cell));
      if (which === undefined || amount === undefined) return false;
      try {
        found[which] ??= parseAmount(amount, code, mapping.decimal);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
      }
      return true;
    },
    row({ amount, currency: own }: BankRow): void {
      if (own === code) sum += amount;
    },
    end(): void {
      if (found.opening === undefined || found.closing === undefined) return;
      const check = createBalanceCheck(emit);
      check.opening('', found.opening, code);
      check.row({ account: '', amount: sum, currency: code });
      check.closing('', found.closing, last);
    },
  };
}

/** A column of balances after each row, whichever way the file runs. */
function createRunningBalance({ mapping, latestFirst }: CsvReading, emit: Emit) {
  let last: { amount: bigint; balance: bigint } | undefined;
  let warnings = 0;
  return {
    row({ amount, currency, line }: BankRow, text: string): void {
      if (latestFirst === undefined || !isAmount(text) || warnings >= MAX_BALANCE_WARNINGS) return;
      let balance: bigint;
      try {
        balance = parseAmount(text, currency, mapping.decimal);
      } catch (error) {
        if (error instanceof Fault) return;
        throw error;
      }
      const fits = !last || (latestFirst ? last.balance === balance + last.amount : balance === last.balance + amount);
      if (!fits) {
        warnings += 1;
        emit({ kind: 'warning', line, message: `The stated balance ${quoted(text)} does not fit the rows around it` });
      }
      last = { amount, balance };
    },
  };
}
