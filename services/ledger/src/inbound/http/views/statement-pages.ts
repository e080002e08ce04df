import PDFDocument from 'pdfkit';
import { formatMajor } from '@florin/money';
import type { Statement, StatementLine } from '../../../app/accounts/get-statement.ts';
import { createFonts } from './statement-fonts.ts';
import { MISSING, createTypesetter, type Style, type TextLine, type Typesetter } from './statement-text.ts';
import { kindOf, nameOf, wordsOf } from './statement-words.ts';

/** points */
const [LEFT, RIGHT, TOP, BOTTOM] = [40, 555, 40, 770];
const COLUMNS = { date: LEFT, what: 125, amount: 455, balance: RIGHT };
const WHAT_WIDTH = 235;
const LINE = 13;
const GAP = 4;
const TITLE: Style = { size: 16, weight: 700 };
const HEAD: Style = { size: 9, weight: 700 };
const TEXT: Style = { size: 9, weight: 400 };
const SMALL: Style = { size: 8, weight: 400 };
/** rows between two looks at what else there is to do */
const BREATH = 50;

type Cells = Partial<Record<keyof typeof COLUMNS, string>>;

const fonts = createFonts();

/** The statement on A4 pages. */
export async function drawStatement(statement: Statement): Promise<Buffer> {
  const { account, lines } = statement;
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: 'en',
    font: null as never,
    info: { Title: `Account statement ${statement.number}` },
  });
  const bytes = collect(document);
  const setter = createTypesetter(fonts);
  const page = { document, setter, y: TOP };
  const money = (amount: bigint) => formatMajor(amount, account.currency);
  await drawHead(page, statement, money);
  const head = { date: 'Date (UTC)', what: 'Description', amount: 'Amount', balance: 'Balance' };
  await drawRow(page, head, HEAD);
  for (const [at, line] of lines.entries()) {
    const cells = {
      date: minute(line.postedAt),
      what: describe(line),
      amount: money(line.amount),
      balance: money(line.balanceAfter),
    };
    await drawRow(page, cells, TEXT, head);
    if (at % BREATH === 0) await new Promise(setImmediate);
  }
  await drawFeet(page, statement.number);
  document.end();
  return bytes;
}

interface Page {
  document: PDFKit.PDFDocument;
  setter: Typesetter;
  y: number;
}

async function drawHead(page: Page, statement: Statement, money: (amount: bigint) => string): Promise<void> {
  const { account, owner, from, to, opening, closing, lines, number } = statement;
  const sum = (sign: (amount: bigint) => boolean) =>
    lines.reduce((total, { amount }) => (sign(amount) ? total + amount : total), 0n);
  const rows: [string, Style][] = [
    ['Account statement', TITLE],
    [nameOf(owner, account.ownerId), HEAD],
    [`Account ${account.id} in ${account.currency}`, TEXT],
    [`From ${from.toISOString()} to ${to.toISOString()}`, TEXT],
    [
      `Opening balance ${money(opening)}   In ${money(sum((amount) => amount > 0n))}   Out ${money(sum((amount) => amount < 0n))}   Closing balance ${money(closing)}`,
      TEXT,
    ],
    [`Statement number ${number}`, TEXT],
    [
      'Whoever has this statement can have its number, account, times and balances checked: GET /v1/statements/verify.',
      SMALL,
    ],
  ];
  for (const [text, style] of rows) {
    for (const line of await page.setter.wrap(text, style, RIGHT - LEFT)) {
      page.y += Math.max(LINE, style.size * 1.3);
      page.setter.draw(page.document, line, LEFT, page.y);
    }
  }
  page.y += 2 * GAP;
}

async function drawRow(page: Page, cells: Cells, style: Style, head?: Cells): Promise<void> {
  const { document, setter } = page;
  const [what, note = ''] = (cells.what ?? '').split('\n', 2);
  const described = [
    ...(await setter.wrap(what ?? '', style, WHAT_WIDTH)),
    ...(note === '' ? [] : await setter.wrap(note, SMALL, WHAT_WIDTH)),
  ];
  if (page.y + described.length * LINE + GAP > BOTTOM && head) {
    document.addPage();
    page.y = TOP;
    await drawRow(page, head, HEAD);
  }
  const first = page.y + LINE;
  const cell = async (column: 'date' | 'amount' | 'balance') => {
    const [line] = await setter.wrap(cells[column] ?? '', style, RIGHT);
    if (line) setter.draw(document, line, column === 'date' ? COLUMNS.date : COLUMNS[column] - line.width, first);
  };
  await cell('date');
  described.forEach((line, at) => {
    setter.draw(document, line, COLUMNS.what, first + at * LINE);
  });
  await cell('amount');
  await cell('balance');
  page.y += described.length * LINE + GAP;
}

/** A transfer's kind and other side, and its note on lines of its own. */
function describe(line: StatementLine): string {
  const { kind, amount, counterparty, counterpartyId, note } = line;
  const side = counterpartyId === null ? '' : ` ${amount < 0n ? 'to' : 'from'} ${nameOf(counterparty, counterpartyId)}`;
  return `${kindOf(kind)}${side}\n${wordsOf(note)}`;
}

async function drawFeet({ document, setter }: Page, number: string): Promise<void> {
  const { count } = document.bufferedPageRange();
  const missing = setter.hasMissing()
    ? `${MISSING} stands for a character that this document has no font for; the CSV has it.`
    : '';
  for (let at = 0; at < count; at += 1) {
    document.switchToPage(at);
    const lines: TextLine[] = await setter.wrap(
      `${number}   Page ${at + 1} of ${count}   ${missing}`,
      SMALL,
      RIGHT - LEFT,
    );
    lines.forEach((line, row) => {
      setter.draw(document, line, LEFT, BOTTOM + 30 + row * LINE);
    });
  }
}

const minute = (at: Date): string => at.toISOString().slice(0, 16).replace('T', ' ');

function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => {
      resolve(Buffer.concat(parts));
    });
    document.on('error', reject);
  });
}
