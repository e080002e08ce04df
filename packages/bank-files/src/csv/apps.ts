import { type BankRow, type Format, bankRow } from '../types.ts';
import { type Mapping, plainName } from './mapping.ts';
import { type Cells, type CsvReading, type RowMaker, currencyOf, dateOf, moneyOf } from './rows.ts';
import type { CsvRecord } from './records.ts';

/** Which program's export a header is of. */
export function appOf(header: readonly string[]): Format | undefined {
  const names = new Set(header.map(plainName));
  const has = (...wanted: string[]) => wanted.every((name) => names.has(name));
  if (has('journal id', 'type', 'source name', 'destination name')) return 'firefly';
  if (has('date', 'description', 'category', 'cost', 'currency')) return 'splitwise';
  if (has('payee', 'outflow', 'inflow')) return 'ynab';
  return undefined;
}

/** Columns of a program's export, where their names alone would mislead. */
export function columnsOfApp(format: Format, header: readonly string[]): Mapping['columns'] | undefined {
  const index = (name: string) => {
    const found = header.findIndex((cell) => plainName(cell) === name);
    return found < 0 ? undefined : found;
  };
  if (format === 'splitwise') {
    const first = (index('currency') ?? 0) + 1; // of the people's columns
    return defined({
      date: index('date'),
      text: index('description'),
      category: index('category'),
      currency: index('currency'),
      amount: first,
    });
  }
  if (format === 'ynab') {
    const [category, memo] = [index('category'), index('memo')];
    return defined({
      date: index('date'),
      counterparty: index('payee'),
      memo,
      debit: index('outflow'),
      credit: index('inflow'),
      account: index('account'),
      category,
    });
  }
  if (format === 'firefly') {
    return defined({
      date: index('date'),
      amount: index('amount'),
      currency: index('currency code'),
      text: index('description'),
      side: index('type'),
      id: index('journal id'),
      category: index('category'),
      memo: index('notes'),
    });
  }
  return undefined;
}

const defined = (columns: Record<string, number | undefined>) =>
  Object.fromEntries(Object.entries(columns).filter(([, index]) => index !== undefined)) as Mapping['columns'];

export const APP_ROWS: Partial<Record<Format, RowMaker>> = {
  splitwise: splitwiseRow,
  ynab: ynabRow,
  firefly: fireflyRow,
};

/** What a person is owed (above zero) or owes for an expense. The line of the total is no row. */
function splitwiseRow(record: CsvRecord, cells: Cells, reading: CsvReading): BankRow | null {
  if (/^total balance$/i.test(cells('text'))) return null;
  const currency = currencyOf(cells, reading);
  const amount = moneyOf(cells, 'amount', currency, reading);
  if (amount === undefined || amount === 0n) return null;
  return bankRow({
    line: record.line,
    date: dateOf(cells, reading),
    amount,
    currency,
    text: cells('text'),
    category: cells('category'),
  });
}

function ynabRow(record: CsvRecord, cells: Cells, reading: CsvReading): BankRow | null {
  const currency = currencyOf(cells, reading);
  const amount =
    (moneyOf(cells, 'credit', currency, reading) ?? 0n) - (moneyOf(cells, 'debit', currency, reading) ?? 0n);
  if (amount === 0n) return null;
  const counterparty = cells('counterparty');
  return bankRow({
    line: record.line,
    date: dateOf(cells, reading),
    amount,
    currency,
    counterparty,
    text: cells('memo') || counterparty,
    account: cells('account'),
    category: cells('category'),
    transferAccount: /^Transfer ?: ?(.+)$/.exec(counterparty)?.[1] ?? '',
  });
}

/** Firefly III's amount is signed or not by its version: the type tells which way the money went. */
function fireflyRow(record: CsvRecord, cells: Cells, reading: CsvReading): BankRow | null {
  const named = (name: string) =>
    record.cells[reading.mapping.header.findIndex((cell) => plainName(cell) === name)] ?? '';
  const currency = currencyOf(cells, reading);
  const found = moneyOf(cells, 'amount', currency, reading);
  if (found === undefined || found === 0n) return null;
  const amount = found < 0n ? -found : found;
  const type = cells('side').toLowerCase();
  const asset = (end: string) => /asset|loan|debt|mortgage/i.test(named(`${end} type`));
  const out = type === 'withdrawal' || type === 'transfer' || (type !== 'deposit' && asset('source'));
  const [own, other] = out ? ['source', 'destination'] : ['destination', 'source'];
  const counterparty = named(`${other} name`);
  return bankRow({
    line: record.line,
    date: dateOf(cells, reading),
    amount: out ? -amount : amount,
    currency,
    counterparty,
    text: cells('text') || counterparty,
    id: cells('id'),
    account: named(`${own} name`),
    category: cells('category'),
    transferAccount: type === 'transfer' ? counterparty : '',
  });
}
