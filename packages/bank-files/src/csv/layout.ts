import { isCurrency } from '@florin/money';
import { isAmount, markOf } from '../text/amount.ts';
import { isDate } from '../text/date.ts';
import { type Column, type Delimiter, type Mapping, COLUMNS, DELIMITERS, columnsOfHeader } from './mapping.ts';
import { type CsvRecord, recordsOf } from './records.ts';

const HEAD_RECORDS = 200;
/** of a hundred cells of a column, to be of a kind */
const MIN_SHARE = 0.8;
/** of a column whose name says the kind */
const MIN_NAMED_SHARE = 0.3;

export type Layout = Pick<Mapping, 'delimiter' | 'headerRecord' | 'header' | 'columns'>;

const DEBIT_WORD = /^(d|dr|db|dbit|debit|debet|débit|s|soll|af|out|outgoing|withdrawal|cargo|dare|支出|出金|출금|-)$/i;
const CREDIT_WORD = /^(c|cr|crdt|credit|kredit|crédit|h|haben|bij|in|incoming|deposit|abono|avere|收入|入金|입금|\+)$/i;

/** -1 for a word that says debit, 1 for credit, 0 for neither. */
export function sideOf(word: string): -1 | 0 | 1 {
  return DEBIT_WORD.test(word) ? -1 : CREDIT_WORD.test(word) ? 1 : 0;
}

/** Delimiter, header and columns of a file, from its first records. */
export async function layoutOf(open: () => AsyncIterable<string>, asked: Partial<Mapping> = {}): Promise<Layout> {
  const candidates = asked.delimiter === undefined ? DELIMITERS : [asked.delimiter];
  let best: { layout: Layout; score: number } | undefined;
  for (const delimiter of candidates) {
    const head = await headOf(open, delimiter);
    const layout = layoutIn(head, delimiter, asked);
    const { date, amount, debit, credit } = layout.columns;
    const usable = date !== undefined && (amount ?? debit ?? credit) !== undefined;
    const score = (usable ? 1_000 : 0) + Object.keys(layout.columns).length * 10 + (layout.headerRecord > 0 ? 5 : 0);
    if (!best || score > best.score) best = { layout, score };
  }
  if (!best) throw new Error('no delimiter was tried');
  return best.layout;
}

async function headOf(open: () => AsyncIterable<string>, delimiter: Delimiter): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const record of recordsOf(open, delimiter)) {
    if (record.kind === 'record') records.push(record);
    if (records.length >= HEAD_RECORDS) break;
  }
  return records;
}

function layoutIn(head: readonly CsvRecord[], delimiter: Delimiter, asked: Partial<Mapping>): Layout {
  const named =
    asked.headerRecord === undefined ? bestHeader(head) : head.find(({ number }) => number === asked.headerRecord);
  const header = named?.cells ?? [];
  const data = head.filter(({ number }) => number > (named?.number ?? 0));
  const columns = byContent(data, columnsOfHeader(header));
  return { delimiter, headerRecord: named?.number ?? 0, header, columns: asked.columns ?? columns };
}

/** The record whose cells name most columns, a date and money among them, or at least two. */
function bestHeader(head: readonly CsvRecord[]): CsvRecord | undefined {
  let best: { record: CsvRecord; score: number } | undefined;
  for (const record of head.slice(0, 60)) {
    if (record.cells.some((cell) => isDate(cell) || (isAmount(cell) && markOf(cell) !== undefined))) continue;
    const { date, amount, debit, credit, ...others } = columnsOfHeader(record.cells);
    const money = amount ?? debit ?? credit;
    const score = (date === undefined ? 0 : 3) + (money === undefined ? 0 : 3) + Object.keys(others).length;
    if (score >= 3 && record.cells.length > 1 && score > (best?.score ?? 0)) best = { record, score };
  }
  return best?.record;
}

/** What names did not tell, told by what stands in the columns; and what names promised and content denies. */
function byContent(
  data: readonly CsvRecord[],
  named: Partial<Record<Column, number>>,
): Partial<Record<Column, number>> {
  const columns: Partial<Record<Column, number | undefined>> = { ...named };
  const width = Math.max(0, ...data.map(({ cells }) => cells.length));
  const dated = (index: number) => share(data, index, isDate);
  if (columns.date === undefined || dated(columns.date) === 0) {
    columns.date = indexes(width).find((index) => dated(index) >= MIN_SHARE);
  }
  const { date } = columns;
  if (date === undefined) return defined(columns);
  const rows = data.filter(({ cells }) => isDate(cells[date] ?? ''));
  const shareOf = (index: number, test: (cell: string) => boolean) => share(rows, index, test);
  const free = () => indexes(width).filter((index) => !Object.values(columns).includes(index));
  if (columns.side !== undefined && shareOf(columns.side, (cell) => sideOf(cell) !== 0) < MIN_SHARE)
    columns.side = undefined;
  columns.side ??= free().find((index) => shareOf(index, (cell) => sideOf(cell) !== 0) === 1);
  for (const column of ['amount', 'debit', 'credit', 'balance'] as const) {
    const index = columns[column];
    if (index !== undefined && shareOf(index, isAmount) < MIN_NAMED_SHARE && filled(rows, index) > 0)
      columns[column] = undefined;
  }
  if ((columns.amount ?? columns.debit ?? columns.credit) === undefined) {
    columns.amount = free().find((index) => shareOf(index, (cell) => isAmount(cell) && !isDate(cell)) >= MIN_SHARE);
    columns.balance ??= free().find(
      (index) => shareOf(index, (cell) => isAmount(cell) && markOf(cell) !== undefined) === 1,
    );
  }
  if (columns.debit !== undefined && columns.credit !== undefined) columns.amount = undefined;
  // a column that is named otherwise holds some other currency
  if (Object.keys(named).length === 0) columns.currency = free().find((index) => shareOf(index, isCurrency) === 1);
  columns.text ??= longest(rows, free());
  return defined(columns);
}

const indexes = (width: number) => Array.from({ length: Math.min(width, 200) }, (_, index) => index);
const filled = (rows: readonly CsvRecord[], index: number) =>
  rows.filter(({ cells }) => (cells[index] ?? '') !== '').length;

/** Share of the cells that are not empty. */
function share(rows: readonly CsvRecord[], index: number, test: (cell: string) => boolean): number {
  const cells = rows.map((row) => row.cells[index] ?? '').filter((cell) => cell !== '');
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

function longest(rows: readonly CsvRecord[], free: readonly number[]): number | undefined {
  const length = (index: number) =>
    rows.reduce((sum, { cells }) => sum + (/\p{L}/u.test(cells[index] ?? '') ? (cells[index] ?? '').length : 0), 0);
  const best = [...free].sort((one, other) => length(other) - length(one))[0];
  return best !== undefined && length(best) > 0 ? best : undefined;
}

function defined(columns: Partial<Record<Column, number | undefined>>): Partial<Record<Column, number>> {
  const told = COLUMNS.filter((column) => columns[column] !== undefined);
  return Object.fromEntries(told.map((column) => [column, columns[column]]));
}
