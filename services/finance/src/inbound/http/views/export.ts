import { formatMajor } from '@florin/money';
import { csvLine } from '@florin/service-kit';
import type { ExportedTransaction } from '../../../app/exports/export-transactions.ts';
import { transactionView } from '../views.ts';

const HEADER = ['Date', 'Description', 'Amount', 'Currency', 'Category', 'Wallet', 'Type', 'Transaction ID'];

/** CSV with a header, a piece for each page of rows; amounts in major units, below zero for money that went out. */
export async function* exportCsv(pages: AsyncIterable<ExportedTransaction[]>): AsyncIterable<string> {
  // with the first page: what that refuses is the reply
  let lead = csvLine(HEADER);
  for await (const rows of pages) {
    yield lead + rows.map((row) => csvLine(cellsOf(row))).join('');
    lead = '';
  }
  if (lead !== '') yield lead;
}

function cellsOf(row: ExportedTransaction): string[] {
  const { id, date, description, amount, direction, currency, category, wallet, type } = row;
  const signed = formatMajor(direction === 'out' ? -amount : amount, currency);
  return [date, description, signed, currency, category, wallet, type, id];
}

/** `{"data": [...]}` with transactions as the list shows them and the names of wallet and category. */
export async function* exportJson(pages: AsyncIterable<ExportedTransaction[]>): AsyncIterable<string> {
  let lead = '{"data":[\n';
  for await (const rows of pages) {
    yield lead + rows.map((row) => JSON.stringify(exportedView(row))).join(',\n');
    lead = ',\n';
  }
  yield lead.startsWith('{') ? '{"data":[]}\n' : '\n]}\n';
}

const exportedView = (row: ExportedTransaction) => ({
  ...transactionView(row),
  wallet: { name: row.wallet },
  category: row.category === '' ? null : { name: row.category },
});
