import { isCurrency } from '@florin/money';
import { type DecimalMark, isAmount, markOf, parseAmount } from '../text/amount.ts';
import { createDateSurvey, isDate, type DateOrder } from '../text/date.ts';
import type { Layout } from './layout.ts';
import type { Mapping } from './mapping.ts';
import { type CsvRecord, recordsOf } from './records.ts';

/** payments to a card: the one thing that stands on the other side of purchases */
const CARD_PAYMENT =
  /autopay|thank you|payment received|zahlung erhalten|paiement recu|paiement reçu|pago recibido|betaling ontvangen/i;
const MAX_IDS = 10_000;
const MAX_ACCOUNTS = 30;

export interface CsvSurvey {
  mapping: Mapping;
  /** of rows that name none */
  currency: string | undefined;
  /** whether another order reads every date as well */
  dateOrderCertain: boolean;
  /** whether the latest row stands first; undefined when balances do not tell */
  latestFirst: boolean | undefined;
}

/** What only the whole file tells: order of dates, decimal mark, signs, and whether ids are ids. */
export async function surveyCsv(
  open: () => AsyncIterable<string>,
  layout: Layout,
  preferred: DateOrder,
  asked: Partial<Mapping> = {},
): Promise<CsvSurvey> {
  const { columns, headerRecord } = layout;
  const dates = createDateSurvey();
  const marks = { '.': 0, ',': 0 };
  const grouping = { '.': 0, ',': 0 };
  const signs = createSignSurvey(layout);
  const ids = createIdSurvey();
  const accounts = createAccountSurvey();
  let currency = currencyOf(layout.header);
  for await (const record of recordsOf(open, layout.delimiter)) {
    if (record.kind === 'fault') continue;
    const cell = (index: number | undefined) => (index === undefined ? '' : (record.cells[index] ?? ''));
    if (record.number < headerRecord)
      currency ??= record.cells
        .map((text) => /^[:\s]*([A-Z]{3})$/.exec(text)?.[1])
        .find((code) => code && isCurrency(code));
    if (record.number <= headerRecord || !isDate(cell(columns.date))) continue;
    dates.add(cell(columns.date));
    for (const index of [columns.amount, columns.debit, columns.credit, columns.balance]) {
      const mark = markOf(cell(index));
      if (mark) marks[mark] += 1;
      else if (cell(index).includes('.')) grouping['.'] += 1;
      else if (cell(index).includes(',')) grouping[','] += 1;
    }
    signs.add(record, marks[','] > marks['.'] ? ',' : '.');
    ids.add(cell(columns.id));
    accounts.add(cell(columns.account));
  }
  const { order, certain } = dates.finish(preferred);
  const decimal = decimalOf(marks, grouping, layout);
  const { id, account, ...others } = columns;
  const found = {
    ...layout,
    columns: {
      ...others,
      ...(id !== undefined && ids.unique() ? { id } : {}),
      ...(account !== undefined && accounts.own() ? { account } : {}),
    },
    dateOrder: order,
    decimal,
    ...signs.finish(),
  } as const;
  const { latestFirst, ...detected } = found;
  return {
    mapping: { ...detected, ...asked },
    currency,
    dateOrderCertain: certain || asked.dateOrder !== undefined,
    latestFirst,
  };
}

/** Where no amount proves it, a mark before three digits parts thousands: no money in common use has three decimals. */
function decimalOf(
  marks: Record<DecimalMark, number>,
  grouping: Record<DecimalMark, number>,
  { delimiter }: Layout,
): DecimalMark {
  if (marks['.'] !== marks[',']) return marks[','] > marks['.'] ? ',' : '.';
  if (grouping['.'] !== grouping[',']) return grouping['.'] > grouping[','] ? ',' : '.';
  return delimiter === ';' ? ',' : '.';
}

/** "Amount (EUR)" */
function currencyOf(header: readonly string[]): string | undefined {
  for (const name of header) {
    const code = /[([ ]([A-Z]{3})[)\]]?$/.exec(name)?.[1];
    if (code && isCurrency(code)) return code;
  }
  return undefined;
}

/** Own accounts are few; a column that differs from row to row holds those of others. */
function createAccountSurvey() {
  const seen = new Set<string>();
  let rows = 0;
  return {
    add(account: string): void {
      rows += 1;
      if (seen.size <= MAX_ACCOUNTS) seen.add(account);
    },
    own: () => seen.size === 1 || (seen.size <= MAX_ACCOUNTS && seen.size * 2 <= rows),
  };
}

function createIdSurvey() {
  const seen = new Set<string>();
  let repeated = false;
  return {
    add(id: string): void {
      if (seen.size >= MAX_IDS || id === '') return;
      if (seen.has(id)) repeated = true;
      seen.add(id);
    },
    unique: () => seen.size > 0 && !repeated,
  };
}

interface Signed {
  amount: bigint;
  balance: bigint;
}

function createSignSurvey({ columns }: Layout) {
  let debits = 0;
  let signedDebits = 0;
  const card = { paidBack: 0, paidOut: 0, plus: 0, minus: 0 };
  const fits = { rising: 0, risingInverted: 0, falling: 0, fallingInverted: 0 };
  let last: Signed | undefined;
  const compare = (next: Signed) => {
    if (last) {
      if (next.balance === last.balance + next.amount) fits.rising += 1;
      if (next.balance === last.balance - next.amount) fits.risingInverted += 1;
      if (last.balance === next.balance + last.amount) fits.falling += 1;
      if (last.balance === next.balance - last.amount) fits.fallingInverted += 1;
    }
    last = next;
  };
  return {
    add({ cells }: CsvRecord, mark: DecimalMark): void {
      // any currency with decimals does: signs and differences are looked at, not amounts
      const value = (index: number | undefined) => {
        const text = index === undefined ? '' : (cells[index] ?? '');
        return isAmount(text) ? attempt(text, mark) : undefined;
      };
      const debit = value(columns.debit);
      if (debit !== undefined && debit !== 0n) debits += 1;
      if (debit !== undefined && debit < 0n) signedDebits += 1;
      const amount = value(columns.amount);
      if (amount === undefined || amount === 0n) return;
      const payment = CARD_PAYMENT.test(cells[columns.text ?? columns.counterparty ?? -1] ?? '');
      if (payment) card[amount < 0n ? 'paidBack' : 'paidOut'] += 1;
      else card[amount > 0n ? 'plus' : 'minus'] += 1;
      const balance = value(columns.balance);
      if (balance !== undefined) compare({ amount, balance });
    },
    finish() {
      const most = Math.max(fits.rising, fits.risingInverted, fits.falling, fits.fallingInverted);
      const byBalance = most > 0 && Math.max(fits.rising, fits.falling) < most;
      const byPayments =
        most === 0 && card.paidBack > 0 && card.paidOut === 0 && card.plus > 1 && card.plus > card.minus * 3;
      const latestFirst =
        most === 0
          ? undefined
          : Math.max(fits.falling, fits.fallingInverted) > Math.max(fits.rising, fits.risingInverted);
      const invert = columns.amount !== undefined && columns.side === undefined && (byBalance || byPayments);
      return { invert, debitSigned: signedDebits * 2 > debits, latestFirst };
    },
  };
}

function attempt(text: string, mark: DecimalMark): bigint | undefined {
  try {
    return parseAmount(text, 'CLF', mark);
  } catch {
    return undefined;
  }
}
