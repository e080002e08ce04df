import type { BankFile, BankRow } from '@florin/bank-files';
import { addDays, dayOf } from '@florin/calendar';
import { MAX_JSON_AMOUNT } from '@florin/money';
import { textFault } from '@florin/service-kit';
import { MAX_SPLITS } from '../../domain/filing/split.ts';
import {
  type Import,
  type ImportPart,
  type Problem,
  MAX_IMPORT_ROWS,
  descriptionOf,
} from '../../domain/imports/import.ts';
import { plainText } from '../../domain/text.ts';
import type { NewImportRow } from '../imports/ports.ts';
import type { Hold } from './hold-import.ts';
import type { Reading } from './read-import.ts';

type Item = ReturnType<BankFile['items']> extends AsyncIterable<infer Each> ? Each : never;

export interface Collected {
  problems: Problem[];
  warnings: Import['warnings'];
  /** how many there were, of which only the first are kept */
  problemCount: number;
  skippedCount: number;
}

const BATCH = 1_000;
const MAX_PROBLEMS = 200;
const MAX_WARNINGS = 100;

/** Gathers what a file holds; rows are written away in batches. */
export function createCollector(deps: Reading, one: Import, hold: Hold) {
  const latest = addDays(dayOf(deps.clock(), 'UTC'), 366);
  const problems: Problem[] = [];
  const warnings: Import['warnings'] = [];
  const reasons = new Map<string, { line: number; count: number }>();
  const counts = { rows: 0, problems: 0 };
  let batch: NewImportRow[] = [];

  const problem = (line: number, column: number, message: string) => {
    counts.problems += 1;
    if (problems.length < MAX_PROBLEMS) problems.push({ line, column, message: message.slice(0, 300) });
  };
  const warn = (line: number, message: string) => {
    if (warnings.length < MAX_WARNINGS) warnings.push({ line, message: message.slice(0, 300) });
  };
  const flush = async () => {
    if (batch.length === 0) return;
    const rows = batch;
    batch = [];
    await deps.transact(async (tx) => {
      // the reading of what follows is as far as that of its last row
      await hold.renew(tx, one.bytes * 2, one.bytes * 3);
      await tx.importRows.insert(one, rows);
    });
  };
  const addRow = async (row: BankRow) => {
    if (row.date > latest) problem(row.line, 1, `The day ${row.date} is more than a year ahead`);
    else if (row.amount > MAX_JSON_AMOUNT || row.amount < -MAX_JSON_AMOUNT)
      problem(row.line, 1, 'The amount is too large');
    else {
      counts.rows += 1;
      if (row.splits.length > MAX_SPLITS) warn(row.line, `Has more than ${MAX_SPLITS} parts, and is taken whole`);
      if (row.corrects !== '') warn(row.line, `Replaces the payment ${row.corrects} of an earlier file, which stays`);
      batch.push(newRow(row, counts.rows));
      if (batch.length >= BATCH) await flush();
    }
  };
  return {
    full: () => counts.rows >= MAX_IMPORT_ROWS,
    add: async (item: Item): Promise<void> => {
      if (item.kind === 'row') await addRow(item.row);
      else if (item.kind === 'problem') problem(item.line, item.column, item.message);
      else if (item.kind === 'warning') warn(item.line, item.message);
      else {
        const known = reasons.get(item.reason);
        reasons.set(item.reason, { line: known?.line ?? item.line, count: (known?.count ?? 0) + 1 });
      }
    },
    finish: async (): Promise<Collected> => {
      await flush();
      if (counts.rows >= MAX_IMPORT_ROWS) warn(1, `Only the first ${MAX_IMPORT_ROWS} rows are read`);
      let skippedCount = 0;
      for (const [reason, { line, count }] of reasons) {
        skippedCount += count;
        warn(line, `${count} passed over, the first in line ${line}: ${reason}`);
      }
      return { problems, warnings, problemCount: counts.problems, skippedCount };
    },
  };
}

function newRow(row: BankRow, position: number): NewImportRow {
  const { line, account, date, amount, currency, counterparty, id } = row;
  const parts = row.splits.filter((split) => split.amount !== 0n).map(partOf);
  const only = parts.length === 1 ? parts[0]?.category : undefined;
  return {
    ...{ position, line, account, date, amount },
    currency: currency.slice(0, 10),
    description: readable(descriptionOf(row)),
    ...{ counterparty, bankId: id },
    category: only ?? categoryName(row.category),
    parts: parts.length > 1 && parts.length <= MAX_SPLITS ? parts : [],
  };
}

const partOf = ({ amount, category, text }: BankRow['splits'][number]): ImportPart => ({
  amount: String(amount),
  category: categoryName(category),
  description: readable(text),
});

const categoryName = (category: string): string => readable(category).slice(0, 60).trim();

/** Text that the ledger's notes take, whole or cut: what hides or reorders is left out, else all of it. */
function readable(given: string): string {
  const text = plainText(given).slice(0, 500).toWellFormed();
  const isFine = (each: string) =>
    textFault(each) === undefined && textFault(each.slice(0, 200).toWellFormed().trim()) === undefined;
  if (isFine(text)) return text;
  const bare = text.replace(/[^\p{L}\p{N}\p{P}\p{S}\p{Zs}\p{Mn}\p{Mc}]|\p{M}{4,}|\ufe0f/gu, '').trim();
  return isFine(bare) ? bare : '';
}
