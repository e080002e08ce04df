import { formatMajor } from '@florin/money';
import type { Statement } from '../../../app/accounts/get-statement.ts';

const COLUMNS = { date: 40, kind: 130, note: 200, amount: 390, balance: 475 };
const WIDTH = 80;
const BOTTOM = 770;
const LINE = 14;

/** The statement on A4 pages. */
export async function statementPdf(statement: Statement): Promise<Buffer> {
  // brings fonts of some 40 MB into memory: not before somebody asks
  const { default: PDFDocument } = await import('pdfkit');
  const { account, from, to, opening, closing, lines } = statement;
  const document = new PDFDocument({ size: 'A4', margin: 40, info: { Title: 'Account statement' } });
  const money = (amount: bigint) => formatMajor(amount, account.currency);
  document.fontSize(16).text('Account statement', 40, 40);
  document.fontSize(9);
  document.text(`Account ${account.id} in ${account.currency}`, 40, 64);
  document.text(`From ${from.toISOString()} to ${to.toISOString()}`, 40, 78);
  document.text(`Opening balance ${money(opening)}   Closing balance ${money(closing)}`, 40, 92);
  let y = heading(document, 116);
  for (const line of lines) {
    if (y > BOTTOM) {
      document.addPage();
      y = heading(document, 40);
    }
    row(document, y, {
      date: line.postedAt.toISOString().slice(0, 16).replace('T', ' '),
      kind: line.kind,
      note: printable(line.note),
      amount: money(line.amount),
      balance: money(line.balanceAfter),
    });
    y += LINE;
  }
  return finish(document);
}

function heading(document: PDFKit.PDFDocument, y: number): number {
  document.font('Helvetica-Bold');
  row(document, y, { date: 'Date (UTC)', kind: 'Kind', note: 'Note', amount: 'Amount', balance: 'Balance' });
  document.font('Helvetica');
  return y + LINE + 4;
}

function row(document: PDFKit.PDFDocument, y: number, cells: Record<keyof typeof COLUMNS, string>): void {
  const one = { lineBreak: false, height: LINE };
  document.text(cells.date, COLUMNS.date, y, one);
  document.text(cells.kind, COLUMNS.kind, y, one);
  document.text(cells.note.slice(0, 38), COLUMNS.note, y, one);
  document.text(cells.amount, COLUMNS.amount, y, { ...one, width: WIDTH, align: 'right' });
  document.text(cells.balance, COLUMNS.balance, y, { ...one, width: WIDTH, align: 'right' });
}

/** The built-in font knows Latin-1 only; the CSV has the note as it is. */
function printable(note: string): string {
  return note.replace(/[^\x20-\x7e\xa0-\xff]/g, '?');
}

function finish(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
    document.end();
  });
}
