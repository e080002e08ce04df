import { isDay } from '@florin/calendar';
import { isCurrency } from '@florin/money';
import { parseAmount } from '../text/amount.ts';
import { type BankRow, Fault, bankRow, quoted } from '../types.ts';

/** Texts of a `TxDtls` by the path of their elements in it; `<path>@` is the currency of an amount. */
export type Detail = Record<string, string>;

export interface Entry {
  line: number;
  /** as in a Detail, from `Ntry` */
  values: Record<string, string>;
  details: Detail[];
}

/** Signed amount of `Amt` and `CdtDbtInd`. Throws a Fault. */
export function balanceAmount(values: Record<string, string>, fallback: string): { amount: bigint; currency: string } {
  const amount = amountAt(values, 'Amt', fallback);
  if (!amount) throw new Fault('An amount is missing');
  const side = values['CdtDbtInd'];
  return { ...amount, amount: side === 'DBIT' ? -amount.amount : amount.amount };
}

function amountAt(values: Record<string, string>, path: string, fallback: string) {
  const text = values[path];
  if (text === undefined) return undefined;
  const currency = values[`${path}@`] || fallback;
  if (!isCurrency(currency)) throw new Fault(`${quoted(currency)} is no currency`);
  return { amount: parseAmount(text, currency, '.'), currency };
}

/**
 * One row of an entry, or one for each of its details when each tells its amount and they sum to the entry's. The side
 * of a reversal is the side its money goes (ISO 20022, ReversalIndicator), so it needs no turning. Throws a Fault.
 */
export function rowsOfEntry({ line, values, details }: Entry, account: string, fallback: string): BankRow[] {
  if (values['CdtDbtInd'] !== 'DBIT' && values['CdtDbtInd'] !== 'CRDT') throw new Fault('An entry has no CdtDbtInd');
  const { amount, currency } = balanceAmount(values, fallback);
  const date = dayAt(values, 'BookgDt') ?? dayAt(values, 'ValDt');
  if (date === undefined) throw new Fault('An entry has no date of booking');
  const id = meaning(values['AcctSvcrRef']) || meaning(values['NtryRef']);
  const whole = bankRow({ line, account, date, amount, currency, id, text: values['AddtlNtryInf'] ?? '' });
  const parts = details.length > 1 ? partsOf(details, whole) : undefined;
  if (parts) return parts;
  const described = details.slice(0, 20).map((detail) => describe(detail, amount < 0n));
  const join = (texts: string[]) => [...new Set(texts.filter((text) => text !== ''))].join(', ').slice(0, 500);
  const text = join(described.map((each) => each.text)) || whole.text;
  return [{ ...whole, text, counterparty: join(described.map((each) => each.counterparty)) }];
}

function partsOf(details: readonly Detail[], whole: BankRow): BankRow[] | undefined {
  const rows: BankRow[] = [];
  for (const [index, detail] of details.entries()) {
    const found =
      amountAt(detail, 'Amt', whole.currency) ??
      amountAt(detail, 'AmtDtls/TxAmt/Amt', whole.currency) ??
      amountAt(detail, 'AmtDtls/InstdAmt/Amt', whole.currency);
    if (found?.currency !== whole.currency) return undefined;
    const side = detail['CdtDbtInd'];
    const out = side === undefined ? whole.amount < 0n : side === 'DBIT';
    const { text, counterparty } = describe(detail, out);
    const id = meaning(detail['Refs/AcctSvcrRef']) || (whole.id && `${whole.id}/${index + 1}`);
    rows.push({ ...whole, amount: out ? -found.amount : found.amount, id, text: text || whole.text, counterparty });
  }
  return rows.reduce((sum, { amount }) => sum + amount, 0n) === whole.amount ? rows : undefined;
}

function describe(detail: Detail, out: boolean): Pick<BankRow, 'text' | 'counterparty'> {
  const party = out ? 'Cdtr' : 'Dbtr';
  const counterparty = detail[`RltdPties/${party}/Nm`] ?? detail[`RltdPties/${party}/Pty/Nm`] ?? '';
  const reference = detail['RmtInf/Strd/CdtrRefInf/Ref'];
  return { counterparty, text: detail['RmtInf/Ustrd'] ?? reference ?? detail['AddtlTxInf'] ?? '' };
}

function dayAt(values: Record<string, string>, path: string): string | undefined {
  const day = values[`${path}/Dt`] ?? values[`${path}/DtTm`]?.slice(0, 10);
  if (day === undefined) return undefined;
  if (!isDay(day.slice(0, 10))) throw new Fault(`${quoted(day)} is no date`);
  return day.slice(0, 10);
}

const meaning = (reference: string | undefined) =>
  reference && !/^(NOTPROVIDED|NONREF)$/i.test(reference) ? reference : '';
