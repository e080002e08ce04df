import { isDay } from '@florin/calendar';
import { isCurrency } from '@florin/money';
import type { PushReader } from '../pushed.ts';
import { markOf, parseAmount } from '../text/amount.ts';
import { type Emit, Fault, bankRow, quoted } from '../types.ts';
import { createTagReader } from './tags.ts';

const ACCOUNTS = new Set(['BANKACCTFROM', 'CCACCTFROM', 'INVACCTFROM', 'LOANACCTFROM']);
const STATEMENTS = new Set(['STMTRS', 'CCSTMTRS', 'INVSTMTRS', 'LOANSTMTRS']);
/** aggregates of a row whose leaves are not the row's own */
const ASIDE = new Set(['BANKACCTTO', 'CCACCTTO', 'ORIGCURRENCY', 'EXTDPAYEE', 'IMAGEDATA']);
/** what follows the last row where nothing closes it */
const AFTER_ROWS = new Set(['LEDGERBAL', 'AVAILBAL', 'BANKTRANLIST', 'STMTRS', 'CCSTMTRS', 'STMTTRN', 'OFX']);
const MAX_CORRECTIONS = 10_000;
const MAX_VALUE = 2_000;

interface Field {
  value: string;
  line: number;
  column: number;
}

interface Statement {
  account: string;
  currency: string;
}

interface Corrections {
  /** `account` and FITID of rows that a later one replaces or deletes */
  ids: ReadonlySet<string>;
}

/** OFX 1 (SGML) and 2 (XML) with one reader, as banks mix both up. Its days are the bank's, whatever the zone. */
export function createOfxReader(
  currency: string,
  emit: Emit,
  corrections: Corrections = { ids: new Set() },
): PushReader {
  return createStatementReader(
    currency,
    (line, fields, statement) => {
      try {
        emitRow(line, fields, statement, { emit, corrections });
      } catch (error) {
        if (!(error instanceof FieldFault)) throw error;
        emit({
          kind: 'problem',
          line: error.field?.line ?? line,
          column: error.field?.column ?? 1,
          message: error.message,
        });
      }
    },
    emit,
  );
}

/** Finds the rows that are corrected, which may stand before or after their correction. */
export function createOfxSurvey(): PushReader & { corrections: Corrections } {
  const ids = new Set<string>();
  const reader = createStatementReader('USD', (_line, fields, { account }) => {
    const id = fields.get('CORRECTFITID')?.value;
    if (id && ids.size < MAX_CORRECTIONS) ids.add(`${account}\n${id}`);
  });
  return { ...reader, corrections: { ids } };
}

type OnRow = (line: number, fields: Map<string, Field>, statement: Statement) => void;

function createStatementReader(currency: string, onRow: OnRow, emit?: Emit): PushReader {
  let statement: Statement = { account: '', currency };
  let row: { line: number; fields: Map<string, Field> } | undefined;
  let leaf = '';
  let aside = '';
  let inAccount = false;
  let last: Field | undefined;
  const flush = () => {
    if (row && row.fields.size > 0) onRow(row.line, row.fields, statement);
    row = undefined;
    aside = '';
  };
  const close = (name: string) => {
    if (name === aside) aside = '';
    if (ACCOUNTS.has(name)) inAccount = false;
    if (AFTER_ROWS.has(name)) flush();
    leaf = '';
    last = undefined;
  };
  const reader = createTagReader({
    open(name, line) {
      last = undefined;
      leaf = name;
      if (AFTER_ROWS.has(name)) flush();
      if (STATEMENTS.has(name)) statement = { account: '', currency };
      if (ACCOUNTS.has(name)) inAccount = true;
      if (name === 'STMTTRN') row = { line, fields: new Map() };
      if (name === 'INVTRAN') emit?.({ kind: 'skipped', line, reason: 'investment' });
      if (row && ASIDE.has(name)) aside = name;
    },
    close,
    text(value, line, column) {
      const text = value.replace(/\s+/g, ' ').trim().slice(0, MAX_VALUE);
      if (last)
        last.value = `${last.value} ${text}`.slice(0, MAX_VALUE); // CDATA beside plain text
      else if (row && aside === '' && leaf !== '' && !row.fields.has(leaf))
        row.fields.set(leaf, (last = { value: text, line, column }));
      else if (leaf === 'CURDEF') setCurrency(text.toUpperCase(), line);
      else if (inAccount && leaf === 'ACCTID') statement.account = text;
    },
  });
  const setCurrency = (code: string, line: number) => {
    if (isCurrency(code)) statement.currency = code;
    else emit?.({ kind: 'warning', line, message: `${quoted(code)} is no currency; ${currency} is taken` });
  };
  return {
    write: (text) => reader.write(text),
    end() {
      reader.end();
      flush();
    },
  };
}

class FieldFault extends Error {
  readonly field: Field | undefined;

  constructor(field: Field | undefined, message: string) {
    super(message);
    this.field = field;
  }
}

function emitRow(
  line: number,
  fields: Map<string, Field>,
  { account, currency: own }: Statement,
  { emit, corrections }: { emit: Emit; corrections: Corrections },
): void {
  const value = (name: string) => fields.get(name)?.value ?? '';
  const id = value('FITID');
  const action = value('CORRECTACTION').toUpperCase();
  if (action === 'DELETE' || (value('CORRECTFITID') === '' && corrections.ids.has(`${account}\n${id}`))) {
    emit({ kind: 'skipped', line, reason: 'corrected by another row' });
    return;
  }
  const symbol = fields.has('CURSYM') ? value('CURSYM').toUpperCase() : own;
  if (!isCurrency(symbol)) throw new FieldFault(fields.get('CURSYM'), `${quoted(symbol)} is no currency`);
  const date = dayOf(fields.get('DTPOSTED') ?? fields.get('DTUSER'));
  const amount = amountOf(fields.get('TRNAMT'), symbol);
  const name = value('NAME');
  const text = value('MEMO') || name || (value('CHECKNUM') && `Check ${value('CHECKNUM')}`) || value('TRNTYPE');
  const corrects = action === 'REPLACE' ? value('CORRECTFITID') : '';
  emit({
    kind: 'row',
    row: bankRow({ line, account, date, amount, currency: symbol, counterparty: name, text, id, corrects }),
  });
}

function dayOf(field: Field | undefined): string {
  const [, year, month, date] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(field?.value ?? '') ?? [];
  const day = `${year ?? ''}-${month ?? ''}-${date ?? ''}`;
  if (!isDay(day)) throw new FieldFault(field, field ? `${quoted(field.value)} is no date` : 'A row has no DTPOSTED');
  return day;
}

/** A single dot is decimal, however many digits follow; a single comma as well unless it parts thousands. */
function amountOf(field: Field | undefined, currency: string): bigint {
  if (!field) throw new FieldFault(undefined, 'A row has no TRNAMT');
  try {
    return parseAmount(field.value, currency, markOf(field.value) ?? '.');
  } catch (error) {
    throw error instanceof Fault ? new FieldFault(field, error.message) : error;
  }
}
