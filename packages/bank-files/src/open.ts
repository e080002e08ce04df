import iconv from 'iconv-lite';
import { APP_ROWS, appOf, columnsOfApp } from './csv/apps.ts';
import { layoutOf } from './csv/layout.ts';
import { readCsv } from './csv/rows.ts';
import { surveyCsv } from './csv/survey.ts';
import { formatOf } from './detect.ts';
import { readActual } from './formats/actual.ts';
import { createCamtReader } from './formats/camt.ts';
import { createMt940Reader } from './formats/mt940.ts';
import { createOfxReader, createOfxSurvey } from './formats/ofx.ts';
import { readQif, surveyQif } from './formats/qif.ts';
import { pushed } from './pushed.ts';
import { createEncodingSurvey, decoded, knownEncoding } from './text/encoding.ts';
import type { DateOrder } from './text/date.ts';
import type { BankFile, BankRow, Format, Item, ReadOptions, Source } from './types.ts';

const MAX_TEXT = 500;

/**
 * Opens a bank's file: tells its format, encoding and columns, for which it reads it once or twice. `items` reads it
 * again, in flat memory. Nothing that stands in a file makes it throw; what the source throws passes through.
 */
export async function openBankFile(source: Source, options: ReadOptions): Promise<BankFile> {
  const survey = createEncodingSurvey();
  for await (const chunk of source()) survey.add(chunk);
  const { encoding: detected, head } = survey.finish();
  const encoding = knownEncoding(options.encoding ?? '') ?? declaredEncoding(detected, head);
  const headText = iconv.decode(head, encoding);
  const format =
    options.format ?? (head.length === 0 ? 'unknown' : head.subarray(0, 2).equals(ZIP) ? 'actual' : formatOf(headText));
  const broken = { seen: false };
  const text = async function* () {
    for await (const chunk of decoded(source(), encoding)) {
      broken.seen ||= chunk.includes('\ufffd');
      yield chunk;
    }
  };
  const { read, ...found } = await readerOf(format, { source, text, options });
  return { encoding, mapping: null, ...found, items: () => cleaned(() => tellingBroken(read, broken)) };
}

const ZIP = Buffer.from('PK');

/** An XML declaration counts where the bytes are no UTF-8, which they often are against their word. */
function declaredEncoding(detected: string, head: Buffer): string {
  const declared = /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head.toString('latin1'))?.[1];
  return (detected.startsWith('UTF') ? undefined : declared && knownEncoding(declared)) ?? detected;
}

interface Opened {
  source: Source;
  text: () => AsyncIterable<string>;
  options: ReadOptions;
}

type Read = (text: AsyncIterable<string>) => AsyncIterable<Item>;

interface Reader extends Pick<BankFile, 'format'>, Partial<Pick<BankFile, 'mapping'>> {
  read: () => AsyncIterable<Item>;
}

async function readerOf(format: Format | 'unknown', opened: Opened): Promise<Reader> {
  const { text, source, options } = opened;
  const { currency } = options;
  const of = (read: Read): Reader => ({ format, read: () => read(text()) });
  switch (format) {
    case 'ofx': {
      const survey = createOfxSurvey();
      for await (const chunk of text()) survey.write(chunk);
      survey.end();
      return of((each) => pushed(each, (emit) => createOfxReader(currency, emit, survey.corrections)));
    }
    case 'qif': {
      const survey = await surveyQif(text(), usualOrder(currency));
      return of((each) => readQif(each, survey, currency));
    }
    case 'camt':
      return of((each) => pushed(each, (emit) => createCamtReader(currency, emit)));
    case 'mt940':
      return of((each) => pushed(each, (emit) => createMt940Reader(currency, emit)));
    case 'actual':
      return { format, read: () => readActual(source, currency) };
    case 'unknown':
      return { format, read: unknownFile };
    default:
      return csvReader(format, opened);
  }
}

/** How people of a currency write dates, where a file does not tell. */
const usualOrder = (currency: string): DateOrder =>
  currency === 'USD' ? 'mdy' : /^(JPY|CNY|KRW|TWD|HUF|SEK)$/.test(currency) ? 'ymd' : 'dmy';

async function csvReader(asked: Format, { text, options }: Opened): Promise<Reader> {
  const found = await layoutOf(text, options.mapping);
  const format = asked === 'csv' && options.format === undefined ? (appOf(found.header) ?? asked) : asked;
  const columns = options.mapping?.columns ?? columnsOfApp(format, found.header) ?? found.columns;
  const survey = await surveyCsv(text, { ...found, columns }, usualOrder(options.currency), options.mapping);
  const makeRow = APP_ROWS[format];
  // a program's own export says itself what its signs mean
  const mapping = makeRow ? { ...survey.mapping, invert: options.mapping?.invert ?? false } : survey.mapping;
  const reading = { ...survey, mapping, fallbackCurrency: options.currency };
  return { format, mapping, read: () => readCsv({ ...reading, open: text }, makeRow) };
}

// eslint-disable-next-line @typescript-eslint/require-await -- as all readers
async function* unknownFile(): AsyncIterable<Item> {
  yield { kind: 'problem', line: 1, column: 1, message: 'The format of the file is not known' };
}

/** Tells at the end when the encoding could not read some characters. */
async function* tellingBroken(read: () => AsyncIterable<Item>, broken: { seen: boolean }): AsyncIterable<Item> {
  yield* read();
  if (!broken.seen) return;
  yield {
    kind: 'warning',
    line: 1,
    message: "Some characters can't be read in this encoding: another may be the right one",
  };
}

/** Texts without control characters and in bounds; rows of nothing are passed over. */
async function* cleaned(read: () => AsyncIterable<Item>): AsyncIterable<Item> {
  for await (const item of read()) {
    if (item.kind !== 'row') yield item;
    else if (item.row.amount === 0n) yield { kind: 'skipped', line: item.row.line, reason: 'zero' };
    else yield { kind: 'row', row: cleanRow(item.row) };
  }
}

function cleanRow(row: BankRow): BankRow {
  const { account, text, counterparty, id, category, transferAccount, corrects, splits } = row;
  return {
    ...row,
    account: cleanText(account),
    text: cleanText(text),
    counterparty: cleanText(counterparty),
    id: cleanText(id),
    category: cleanText(category),
    transferAccount: cleanText(transferAccount),
    corrects: cleanText(corrects),
    splits: splits.map((split) => ({ ...split, category: cleanText(split.category), text: cleanText(split.text) })),
  };
}

function cleanText(text: string): string {
  if (/^[\x21-\x7e]*(?: [\x21-\x7e]+)*$/.test(text) && text.length <= MAX_TEXT) return text;
  return text
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_TEXT)
    .toWellFormed();
}
