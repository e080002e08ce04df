import { createDateSurvey, parseDate, type DateOrder } from '../text/date.ts';
import { type DecimalMark, markOf, parseAmount } from '../text/amount.ts';
import { type Line, linesOf } from '../text/lines.ts';
import { type Item, type Split, Fault, bankRow, quoted } from '../types.ts';

const BANK = /^!type:\s*(bank|cash|ccard|oth [al])\b/i;
const INVESTMENT = /^!type:\s*invst/i;
const MAX_SPLITS = 1_000;

type Section = 'none' | 'bank' | 'investment' | 'account' | 'list';
interface Field extends Line {
  letter: string;
}

interface Record {
  section: Section;
  account: string;
  fields: Field[];
}

/** The records of a file: fields up to `^`, a header or the end. What stands before the first header is no record. */
async function* recordsOf(text: AsyncIterable<string>): AsyncIterable<Record> {
  let section: Section = 'none';
  let account = '';
  let fields: Field[] = [];
  const taken = () => {
    const record = { section, account, fields };
    if (section === 'account') account = fields.find(({ letter }) => letter === 'N')?.text ?? account;
    fields = [];
    return record;
  };
  for await (const { text: line, number } of linesOf(text)) {
    const value = line.trim();
    if (value === '') continue;
    if (value.startsWith('!') || value === '^') {
      if (fields.length > 0) yield taken();
      if (value !== '^') section = sectionOf(value, section);
    } else if (section !== 'none' && fields.length < MAX_SPLITS * 4) {
      fields.push({ letter: value.charAt(0).toUpperCase(), text: value.slice(1).trim(), number });
    }
  }
  if (fields.length > 0) yield taken();
}

function sectionOf(header: string, before: Section): Section {
  if (BANK.test(header)) return 'bank';
  if (INVESTMENT.test(header)) return 'investment';
  if (/^!account/i.test(header)) return 'account';
  return /^!(option|clear)/i.test(header) ? before : 'list';
}

/** Day or month first, and the decimal mark: known only from the whole file. */
export async function surveyQif(text: AsyncIterable<string>, preferred: DateOrder) {
  const dates = createDateSurvey();
  const marks = { '.': 0, ',': 0 };
  for await (const { section, fields } of recordsOf(text)) {
    if (section !== 'bank') continue;
    const date = fields.find(({ letter }) => letter === 'D');
    if (date) dates.add(date.text);
    for (const { letter, text: value } of fields) {
      const mark = /[TU$]/.test(letter) ? markOf(value) : undefined;
      if (mark) marks[mark] += 1;
    }
  }
  const mark: DecimalMark = marks[','] > marks['.'] ? ',' : '.';
  return { ...dates.finish(preferred), mark };
}

export type QifSurvey = Awaited<ReturnType<typeof surveyQif>>;

/** Rows of bank, cash and card sections; investments are passed over with a notice, lists of categories without. */
export async function* readQif(text: AsyncIterable<string>, survey: QifSurvey, currency: string): AsyncIterable<Item> {
  if (!survey.certain) {
    yield {
      kind: 'warning',
      line: 1,
      message: `Whether day or month comes first is not told by the file; ${survey.order} is taken`,
    };
  }
  for await (const record of recordsOf(text)) {
    const line = record.fields[0]?.number ?? 1;
    if (record.section === 'investment') yield { kind: 'skipped', line, reason: 'investment' };
    if (record.section === 'bank') yield* rowOf(record, survey, currency);
  }
}

function* rowOf({ fields, account }: Record, { order, mark }: QifSurvey, currency: string): Iterable<Item> {
  const line = fields[0]?.number ?? 1;
  const firstSplit = fields.findIndex(({ letter }) => letter === 'S');
  const own = fields.slice(0, firstSplit < 0 ? undefined : firstSplit);
  const find = (letter: string) =>
    own.find((field) => field.letter === letter) ?? fields.find((field) => field.letter === letter);
  const text = (letter: string) => own.find((field) => field.letter === letter)?.text ?? '';
  const amountField = find('T') ?? find('U');
  const dateField = find('D');
  try {
    const date = dateField && parseDate(dateField.text, order);
    if (!date) throw at(dateField, dateField ? `${quoted(dateField.text)} is no date` : 'A row has no date');
    if (!amountField) throw at(undefined, 'A row has no amount');
    const amount = amountOf(amountField, currency, mark);
    const [category, transferAccount] = categoryOf(text('L'));
    const splits = splitsOf(fields.slice(firstSplit < 0 ? fields.length : firstSplit), currency, mark);
    const counterparty = text('P');
    const row = bankRow({ line, account, date, amount, currency, counterparty, category, transferAccount });
    const total = splits.reduce((sum, split) => sum + split.amount, 0n);
    const fits = splits.length === 0 || total === amount;
    if (!fits) yield { kind: 'warning', line, message: 'The parts of a split are not its sum; the row is taken whole' };
    yield {
      kind: 'row',
      row: {
        ...row,
        text: text('M') || counterparty || checkOf(text('N')) || transferAccount,
        splits: fits ? splits : [],
      },
    };
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error;
    yield {
      kind: 'problem',
      line: error.line ?? line,
      column: error.line === undefined ? 1 : 2,
      message: error.message,
    };
  }
}

class FieldFault extends Error {
  readonly line: number | undefined;

  constructor(line: number | undefined, message: string) {
    super(message);
    this.line = line;
  }
}

const at = (field: Field | undefined, message: string) => new FieldFault(field?.number, message);
const checkOf = (number: string) => (number === '' ? '' : `Check ${number}`);

function amountOf(field: Field, currency: string, mark: DecimalMark): bigint {
  try {
    return parseAmount(field.text, currency, mark);
  } catch (error) {
    throw error instanceof Fault ? at(field, error.message) : error;
  }
}

/** `Bills:Phone/Class` is a category with a class; `[Savings]` is the account that money came from or went to. */
function categoryOf(text: string): [category: string, transferAccount: string] {
  const transfer = /^\[(.+)\]/.exec(text);
  return transfer?.[1] ? ['', transfer[1]] : [text.split('/')[0]?.trim() ?? '', ''];
}

function splitsOf(fields: readonly Field[], currency: string, mark: DecimalMark): Split[] {
  const splits: Split[] = [];
  for (const field of fields) {
    const last = splits.at(-1);
    if (field.letter === 'S') {
      // money of a part that went to another account is under no category
      const [category, transferAccount] = categoryOf(field.text);
      splits.push({ amount: 0n, category, text: transferAccount });
    } else if (field.letter === 'E' && last && !/^\d+ ?%$/.test(field.text)) last.text = field.text;
    else if (field.letter === '$' && last) last.amount = amountOf(field, currency, mark);
  }
  return splits;
}
