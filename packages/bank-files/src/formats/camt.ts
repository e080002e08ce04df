import { isDay } from '@florin/calendar';
import { isCurrency } from '@florin/money';
import sax from 'sax';
import { createBalanceCheck } from '../balances.ts';
import type { PushReader } from '../pushed.ts';
import { type Emit, Fault } from '../types.ts';
import { type Detail, type Entry, balanceAmount, rowsOfEntry } from './camt-entry.ts';

const MAX_DEPTH = 64;
const MAX_PROBLEMS = 50;
const MAX_TEXT = 2_000;
/** of one batch; of a larger one the sum is taken */
const MAX_DETAILS = 20_000;
const STATEMENTS = new Set(['Stmt', 'Rpt', 'Ntfctn']);

type Values = Record<string, string>;

interface State {
  account: string;
  currency: string;
  balance: Values | undefined;
  entry: Entry | undefined;
  detail: Detail | undefined;
  /** told before the rows, compared after them */
  closing: bigint | undefined;
}

/**
 * CAMT.052, .053 and .054 of any version, by the names of its elements. Entities of a DTD are not known to the parser
 * and become problems; so does whatever is not well-formed, and reading goes on behind it.
 */
export function createCamtReader(currency: string, emit: Emit): PushReader {
  const parser = sax.parser(true, { position: true, trim: false });
  const balances = createBalanceCheck(emit);
  const state: State = {
    account: '',
    currency,
    balance: undefined,
    entry: undefined,
    detail: undefined,
    closing: undefined,
  };
  const path: string[] = [];
  let depth = 0;
  let text = '';
  let amountCurrency = '';
  let problems = 0;
  const problem = (message: string) => {
    problems += 1;
    if (problems > MAX_PROBLEMS) return;
    emit({ kind: 'problem', line: parser.line + 1, column: parser.column + 1, message });
  };
  parser.onopentag = ({ name, attributes }) => {
    depth += 1;
    if (depth > MAX_DEPTH) return;
    const local = name.slice(name.indexOf(':') + 1);
    path.push(local);
    text = '';
    if (local === 'Amt') amountCurrency = textOf(attributes['Ccy']);
    opened(local, state, { currency, line: parser.line + 1 });
  };
  parser.ontext = parser.oncdata = (value) => {
    if (text.length < MAX_TEXT) text += value;
  };
  parser.onclosetag = () => {
    depth -= 1;
    if (depth >= MAX_DEPTH) return;
    try {
      closed(path, text.replace(/\s+/g, ' ').trim(), amountCurrency, { state, balances, emit, line: parser.line + 1 });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      problem(error.message);
    }
    path.pop();
    text = '';
  };
  parser.onerror = (error) => {
    problem(error.message.split('\n')[0] ?? 'The XML is broken');
    (parser as { error: unknown }).error = null;
    parser.resume();
  };
  return {
    write(chunk) {
      if (problems <= MAX_PROBLEMS) parser.write(chunk);
    },
    end() {
      parser.close();
    },
  };
}

const textOf = (attribute: unknown) => (typeof attribute === 'string' ? attribute : '');

function opened(local: string, state: State, { currency, line }: { currency: string; line: number }): void {
  if (STATEMENTS.has(local)) Object.assign(state, { account: '', currency, closing: undefined });
  if (local === 'Bal') state.balance = {};
  if (local === 'Ntry') state.entry = { line, values: {}, details: [] };
  if (local === 'TxDtls' && state.entry) state.detail = {};
}

interface Reading {
  state: State;
  balances: ReturnType<typeof createBalanceCheck>;
  emit: Emit;
  line: number;
}

function closed(path: readonly string[], text: string, amountCurrency: string, reading: Reading): void {
  const { state } = reading;
  const within = (name: string) => path.slice(path.lastIndexOf(name) + 1).join('/');
  const local = path.at(-1) ?? '';
  if (local === 'Ntry') endEntry(reading);
  else if (STATEMENTS.has(local)) endStatement(reading);
  else if (local === 'TxDtls') {
    if (state.entry && state.detail && state.entry.details.length < MAX_DETAILS) state.entry.details.push(state.detail);
    state.detail = undefined;
  } else if (state.detail) keep(state.detail, within('TxDtls'), text, amountCurrency);
  else if (state.entry) keep(state.entry.values, within('Ntry'), text, amountCurrency);
  else if (local === 'Bal') endBalance(reading);
  else if (state.balance) keep(state.balance, within('Bal'), text, amountCurrency);
  else if (/(^|\/)Acct\/Id\/(IBAN|Othr\/Id)$/.test(path.join('/')) && state.account === '') state.account = text;
  else if (/(^|\/)Acct\/Ccy$/.test(path.join('/')) && isCurrency(text)) state.currency = text;
}

function keep(values: Values, name: string, text: string, amountCurrency: string): void {
  if (text === '') return;
  const known = values[name];
  // texts in several lines go on; of everything else the first counts
  if (known === undefined) values[name] = text;
  else if (name.endsWith('Ustrd') && known.length < MAX_TEXT) values[name] = `${known} ${text}`;
  if (name.endsWith('Amt')) values[`${name}@`] ??= amountCurrency;
}

function endEntry({ state, balances, emit }: Reading): void {
  const { entry, account, currency } = state;
  state.entry = undefined;
  state.detail = undefined;
  if (!entry) return;
  const status = entry.values['Sts/Cd'] ?? entry.values['Sts'] ?? 'BOOK';
  if (status !== 'BOOK') {
    emit({ kind: 'skipped', line: entry.line, reason: 'pending' });
    return;
  }
  for (const row of rowsOfEntry(entry, account, currency)) {
    balances.row(row);
    emit({ kind: 'row', row });
  }
}

/** Opening and closing balances of booked rows; a statement that begins or ends between two pages says ITBD. */
function endBalance({ state, balances }: Reading): void {
  const { balance, account, currency } = state;
  state.balance = undefined;
  const type = balance?.['Tp/CdOrPrtry/Cd'];
  if (!balance || type === undefined) return;
  const { amount, currency: own } = balanceAmount(balance, currency);
  const day = balance['Dt/Dt'] ?? balance['Dt/DtTm']?.slice(0, 10) ?? '';
  if (type === 'OPBD' || type === 'PRCD') balances.opening(account, amount, own);
  if (type === 'CLBD' && (day === '' || isDay(day))) state.closing = amount;
}

function endStatement({ state, balances, line }: Reading): void {
  if (state.closing !== undefined) balances.closing(state.account, state.closing, line);
}
