import { isDay } from '@florin/calendar';
import { parseAmount } from '../text/amount.ts';
import initSqlJs from 'sql.js';
import type { SqlJsStatic } from 'sql.js';
import yauzl from 'yauzl';
import { type Item, type Source, type Split, Fault, bankRow, quoted } from '../types.ts';

/** of the ZIP, and of the database in it, which is unpacked no further */
const MAX_ARCHIVE = 32 * 1024 * 1024;
const MAX_DATABASE = 64 * 1024 * 1024;
const MAX_ENTRIES = 1_000;
const NAME = /(^|\/)db\.sqlite$/;
const TABLES = ['transactions', 'accounts', 'payees', 'categories'];

let engine: Promise<SqlJsStatic> | undefined;

/**
 * Actual's export: a ZIP with a SQLite database. The database is opened in WebAssembly, which reaches nothing outside, and
 * only plain tables of Actual are asked: no view, trigger or virtual table of the file runs.
 */
export async function* readActual(source: Source, currency: string): AsyncIterable<Item> {
  const archive = await collected(source);
  try {
    if (archive === undefined) throw new Fault(`A ZIP may have ${MAX_ARCHIVE / 1024 / 1024} MB`);
    const database = await databaseIn(archive);
    engine ??= initSqlJs();
    yield* rowsOf((await engine).Database, database, currency);
  } catch (error) {
    // whatever unpacking or SQLite says is said of this file
    const message =
      error instanceof Fault ? error.message : "The file is no export of Actual: its database can't be read";
    yield { kind: 'problem', line: 1, column: 1, message };
  }
}

async function collected(source: Source): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source()) {
    size += chunk.length;
    if (size > MAX_ARCHIVE) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function databaseIn(archive: Buffer): Promise<Uint8Array> {
  const zip = await yauzl.fromBufferPromise(archive, { validateEntrySizes: true, strictFileNames: false });
  let seen = 0;
  for await (const entry of zip.eachEntry()) {
    seen += 1;
    if (seen > MAX_ENTRIES) break;
    if (!NAME.test(entry.fileName)) continue;
    if (entry.uncompressedSize > MAX_DATABASE)
      throw new Fault(`A database may have ${MAX_DATABASE / 1024 / 1024} MB unpacked`);
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_DATABASE) throw new Fault('The ZIP says less than it holds');
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }
  throw new Fault('The ZIP holds no db.sqlite, so it is no export of Actual');
}

type Values = Record<string, string | number | Uint8Array | null>;

function* rowsOf(Database: SqlJsStatic['Database'], bytes: Uint8Array, currency: string): Iterable<Item> {
  const database = new Database(bytes);
  try {
    requirePlainTables([
      ...select(database, "select name, type, sql from sqlite_master where type in ('table', 'view', 'trigger')"),
    ]);
    const named = (table: string) =>
      new Map([...select(database, `select id, name from ${table}`)].map(({ id, name }) => [id, text(name)]));
    const names = { accounts: named('accounts'), payees: named('payees'), categories: named('categories') };
    const splits = splitsOf(
      select(database, 'select * from transactions where isChild = 1 and tombstone = 0'),
      names.categories,
      currency,
    );
    const transfers = new Map(
      [...select(database, 'select id, transfer_acct from payees where transfer_acct is not null')].map(
        ({ id, transfer_acct: account }) => [id, names.accounts.get(account ?? null) ?? ''],
      ),
    );
    let line = 0;
    for (const row of select(
      database,
      'select * from transactions where isChild = 0 and tombstone = 0 order by date, id',
    )) {
      line += 1;
      yield itemOf(row, line, { ...names, splits, transfers, currency });
    }
  } finally {
    database.close();
  }
}

function requirePlainTables(known: Values[]): void {
  for (const table of TABLES) {
    const found = known.find(({ name }) => name === table);
    if (!found) throw new Fault(`The database has no table ${table}, so it is no export of Actual`);
    const sql = text(found['sql']);
    if (found['type'] !== 'table' || !/^create table/i.test(sql) || /\bas\s*\(/i.test(sql))
      throw new Fault(`${table} is no plain table`);
  }
}

function* select(database: InstanceType<SqlJsStatic['Database']>, sql: string): Iterable<Values> {
  const statement = database.prepare(sql);
  try {
    while (statement.step()) yield statement.getAsObject();
  } finally {
    statement.free();
  }
}

const text = (value: Values[string] | undefined) =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** Actual counts in hundredths, whatever the currency. */
function amountOf(value: Values[string] | undefined, currency: string): bigint {
  const digits = text(value);
  if (!/^-?\d{1,15}$/.test(digits)) throw new Fault(`${quoted(digits)} is no amount`);
  const padded = digits.replace('-', '').padStart(3, '0');
  return parseAmount(`${digits.startsWith('-') ? '-' : ''}${padded.slice(0, -2)}.${padded.slice(-2)}`, currency, '.');
}

function splitsOf(
  children: Iterable<Values>,
  categories: Map<Values[string] | undefined, string>,
  currency: string,
): Map<string, Split[]> {
  const splits = new Map<string, Split[]>();
  for (const child of children) {
    const parent = text(child['parent_id']) || (text(child['id']).split('/')[0] ?? '');
    const all = splits.get(parent) ?? [];
    splits.set(parent, all);
    all.push({
      amount: amountOf(child['amount'], currency),
      category: categories.get(child['category']) ?? '',
      text: text(child['notes']),
    });
  }
  return splits;
}

interface Known {
  accounts: Map<Values[string] | undefined, string>;
  payees: Map<Values[string] | undefined, string>;
  categories: Map<Values[string] | undefined, string>;
  transfers: Map<Values[string] | undefined, string>;
  splits: Map<string, Split[]>;
  currency: string;
}

function itemOf(row: Values, line: number, known: Known): Item {
  try {
    const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})$/.exec(text(row['date'])) ?? [];
    const day = `${year ?? ''}-${month ?? ''}-${date ?? ''}`;
    if (!isDay(day)) throw new Fault(`${quoted(text(row['date']))} is no date`);
    const payee = row['description'];
    const transferAccount = known.transfers.get(payee) ?? '';
    const counterparty = known.payees.get(payee) || transferAccount;
    const id = text(row['id']);
    return {
      kind: 'row',
      row: bankRow({
        line,
        date: day,
        amount: amountOf(row['amount'], known.currency),
        currency: known.currency,
        account: known.accounts.get(row['acct']) ?? '',
        counterparty,
        text: text(row['notes']) || counterparty,
        id,
        category: known.categories.get(row['category']) ?? '',
        transferAccount,
        splits: known.splits.get(id) ?? [],
      }),
    };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { kind: 'problem', line, column: 1, message: error.message };
  }
}
