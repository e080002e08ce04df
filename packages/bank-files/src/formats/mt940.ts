import { isDay } from '@florin/calendar';
import { isCurrency } from '@florin/money';
import { createBalanceCheck } from '../balances.ts';
import type { PushReader } from '../pushed.ts';
import { parseAmount } from '../text/amount.ts';
import { type BankRow, type Emit, Fault, bankRow, quoted } from '../types.ts';

/** `:61:`: value date, entry date, mark, funds code, amount, type, reference of the owner, of the bank, further text */
const ENTRY =
  /^(\d{6})\s*(\d{4})?\s*(R[CD]|E[CD]|[CD])([A-Z])?\s*(\d[\d.]*(?:,\d*)?)\s*([A-Z][A-Z0-9]{0,3})?([^/\n]*(?:\/(?!\/)[^/\n]*)*)(?:\/\/([^\n]*))?(?:\n([\s\S]*))?$/;
const BALANCE = /^([CD])(\d{6})([A-Z]{3})(\d[\d.]*(?:,\d*)?)/;
const MAX_DETAILS = 4_000;

interface Field {
  tag: string;
  text: string;
  line: number;
}

/** MT940 by lines. Interim, available and expected balances are passed over; so are the envelope and the trailer. */
export function createMt940Reader(fallbackCurrency: string, emit: Emit): PushReader {
  let rest = '';
  let line = 0;
  let field: Field | undefined;
  const statement = createStatementReader(fallbackCurrency, emit);
  const close = () => {
    if (field) statement.field(field);
    field = undefined;
  };
  const take = (text: string) => {
    line += 1;
    const [, tag, value] = /^(?:\{[^}]*\})*(?:\{4:)?\s*:(\d{2}[A-Z]?):(.*)$/.exec(text) ?? [];
    if (tag !== undefined) {
      close();
      field = { tag, text: value ?? '', line };
    } else if (/^-\}?\s*$|^-\}\{|^\{\d:/.test(text)) {
      close();
    } else if (field && field.text.length < MAX_DETAILS) field.text += `\n${text.slice(0, MAX_DETAILS)}`;
  };
  return {
    write(text) {
      const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
      rest = (lines.pop() ?? '').slice(0, MAX_DETAILS);
      lines.forEach(take);
    },
    end() {
      if (rest.trim() !== '') take(rest.replace(/\r$/, ''));
      close();
      statement.end();
    },
  };
}

function createStatementReader(fallbackCurrency: string, emit: Emit) {
  const balances = createBalanceCheck(emit);
  let account = '';
  let currency = fallbackCurrency;
  let row: BankRow | undefined;
  const flush = () => {
    if (!row) return;
    balances.row(row);
    emit({ kind: 'row', row });
    row = undefined;
  };
  const read = ({ tag, text, line }: Field) => {
    if (tag === '25') account = text.split('\n')[0]?.trim() ?? '';
    if (tag === '60F' || tag === '60M' || tag === '62F' || tag === '62M') {
      const balance = balanceOf(text, tag);
      currency = balance.currency;
      if (tag.startsWith('60')) balances.opening(account, balance.amount, currency);
      else balances.closing(account, balance.amount, line);
    }
    if (tag === '61') row = entryOf({ text, line }, account, currency, emit);
    if (tag === '86' && row) row = { ...row, ...detailsOf(text, row) };
  };
  return {
    field(field: Field): void {
      if (field.tag !== '86') flush();
      try {
        read(field);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        emit({ kind: 'problem', line: field.line, column: field.tag.length + 3, message: error.message });
      }
      if (field.tag.startsWith('62')) row = undefined;
    },
    end: flush,
  };
}

function balanceOf(text: string, tag: string): { amount: bigint; currency: string } {
  const [, mark, , currency = '', number = ''] = BALANCE.exec(text.replace(/\s/g, '')) ?? [];
  if (!mark || !isCurrency(currency)) throw new Fault(`${quoted(text)} is no balance of :${tag}:`);
  const amount = parseAmount(number, currency, ',');
  return { amount: mark === 'D' ? -amount : amount, currency };
}

function entryOf(
  { text, line }: Pick<Field, 'text' | 'line'>,
  account: string,
  currency: string,
  emit: Emit,
): BankRow | undefined {
  // a line may be broken anywhere: what does not fit as it is may fit joined
  const match = ENTRY.exec(text) ?? ENTRY.exec(text.replace(/\n/g, ''));
  if (!match) throw new Fault(`${quoted(text)} is no entry of :61:`);
  const [, value = '', entry, mark = '', , number = '', type = '', reference = '', , further = ''] = match;
  if (mark.startsWith('E')) {
    emit({ kind: 'skipped', line, reason: 'pending' });
    return undefined;
  }
  const date = bookedOf(value, entry);
  if (!date) throw new Fault(`${quoted(value)} is no date`);
  const amount = parseAmount(number.endsWith(',') ? number.slice(0, -1) : number, currency, ',');
  const out = mark === 'D' || mark === 'RC';
  const owner = /^(NONREF|NOTPROVIDED)?$/i.test(reference.trim()) ? '' : reference.trim();
  return bankRow({
    line,
    account,
    date,
    amount: out ? -amount : amount,
    currency,
    text: further.trim() || owner || type,
  });
}

/** The day of booking, whose year is the one nearest to the value date; 30 February is the last of that month. */
function bookedOf(value: string, entry: string | undefined): string | undefined {
  const year = 2000 + Number(value.slice(0, 2));
  const month = Number(value.slice(2, 4));
  if (entry) {
    const other = Number(entry.slice(0, 2)) - month;
    const booked = `${other > 6 ? year - 1 : other < -6 ? year + 1 : year}-${entry.slice(0, 2)}-${entry.slice(2)}`;
    if (isDay(booked)) return booked;
  }
  const days = [Number(value.slice(4)), 30, 29, 28];
  return days
    .filter((day) => day <= 31)
    .map((day) => `${year}-${value.slice(2, 4)}-${String(day).padStart(2, '0')}`)
    .find(isDay);
}

/** Purpose and counterparty of `:86:`, in the German `?20` or the Dutch `/NAME/` manner, or as it is. */
function detailsOf(raw: string, row: BankRow): Pick<BankRow, 'text' | 'counterparty'> {
  const mark = /^\d{3}([^\w\s])(?=\d{2})/.exec(raw)?.[1];
  if (mark) return germanDetails(raw.replace(/\n/g, '').slice(3), mark);
  const joined = raw
    .replace(/\n(?=\/)/g, '')
    .replace(/\n/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const words = /\/(?:NAME|REMI|TRTP|IBAN|EREF|CNTP)\//.test(joined);
  if (!words) return { text: joined || row.text, counterparty: row.counterparty };
  const of = (word: string) =>
    new RegExp(`/${word}/(.*?)(?=/[A-Z]{3,4}/|$)`)
      .exec(joined)?.[1]
      ?.replace(/^USTD\/\/|\/$/g, '')
      .trim() ?? '';
  return { text: of('REMI') || of('TRTP') || joined, counterparty: of('NAME') || ofCounterparty(joined) };
}

/** `/CNTP/account/bank/name///` */
const ofCounterparty = (text: string) => /\/CNTP\/[^/]*\/[^/]*\/([^/]*)\//.exec(text)?.[1]?.trim() ?? '';

/** What the payer wrote, without the references around it. */
const written = (purpose: string) =>
  /SVWZ\+(.*?)(?=\s(?:EREF|KREF|MREF|CRED|DEBT|ABWA|ABWE|IBAN|BIC)\+|$)/.exec(purpose)?.[1]?.trim() || purpose;

function germanDetails(text: string, mark: string): Pick<BankRow, 'text' | 'counterparty'> {
  const parts = text
    .split(mark)
    .slice(1)
    .map((part) => ({ code: Number(part.slice(0, 2)), value: part.slice(2) }));
  const join = (wanted: (code: number) => boolean) =>
    parts
      .filter(({ code }) => wanted(code))
      // a part that fills its 27 characters goes on in the next one
      .reduce((all, { value }) => all + value + (value.length >= 27 ? '' : ' '), '')
      .replace(/\s+/g, ' ')
      .trim();
  const purpose = join((code) => (code >= 20 && code <= 29) || (code >= 60 && code <= 63));
  return {
    text: written(purpose) || join((code) => code === 0),
    counterparty: join((code) => code === 32 || code === 33),
  };
}
