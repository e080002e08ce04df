/** How the decimals and groups of a locale are written. */
export interface Separators {
  decimal: string;
  group: string;
}

export function separatorsOf(locale: string): Separators {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.8);
  const find = (type: string) => parts.find((part) => part.type === type)?.value;
  return { decimal: find('decimal') ?? '.', group: find('group') ?? ',' };
}

const ARABIC = '٠١٢٣٤٥٦٧٨٩';
const PERSIAN = '۰۱۲۳۴۵۶۷۸۹';

function western(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(ARABIC.indexOf(digit)))
    .replace(/[۰-۹]/g, (digit) => String(PERSIAN.indexOf(digit)))
    .replaceAll('٫', '.')
    .replaceAll('٬', '');
}

export type AmountFault = 'empty' | 'not a number' | 'too many decimals' | 'too large' | 'ambiguous';
export type ReadAmount = { minor: number } | { fault: AmountFault };

/**
 * Reads an amount as people write it, into minor units. A comma and a dot are both taken as the decimal sign where only one
 * reading makes sense: `12,50` and `12.50` are the same everywhere. `1.500` is 1500 where dots group; where a dot is the decimal
 * sign of a currency with two decimals it may mean either, and is refused.
 */
export function readAmount(written: string, decimals: number, separators: Separators): ReadAmount {
  const text = western(written.trim()).replaceAll(/[\s'’\u00a0\u202f]/g, '');
  if (text === '') return { fault: 'empty' };
  if (!/^\d*(?:[.,]\d+)*[.,]?$/.test(text) || !/\d/.test(text)) return { fault: 'not a number' };
  const parts = text.split(/[.,]/);
  const signs = text.replaceAll(/\d/g, '');
  const [whole = '', ...rest] = parts;
  if (rest.length === 0) return minorOf(whole, '', decimals);
  const last = rest.at(-1) ?? '';
  const groups = [...rest.slice(0, -1)];
  if (groups.some((group) => group.length !== 3)) return { fault: 'not a number' };
  const repeated = signs.length > 1 && new Set(signs).size === 1;
  if (repeated) return last.length === 3 ? minorOf(whole + rest.join(''), '', decimals) : { fault: 'not a number' };
  if (signs.length > 1) return minorOf(whole + groups.join(''), last, decimals);
  if (last.length !== 3 || whole === '') return minorOf(whole, last, decimals);
  const decimalSign = western(separators.decimal);
  if (signs !== decimalSign) return minorOf(whole + last, '', decimals);
  return decimals >= 3 ? minorOf(whole, last, decimals) : { fault: 'ambiguous' };
}

function minorOf(whole: string, fraction: string, decimals: number): ReadAmount {
  if (fraction.length > decimals) return { fault: 'too many decimals' };
  const minor = BigInt(whole + fraction.padEnd(decimals, '0'));
  return minor > BigInt(Number.MAX_SAFE_INTEGER) ? { fault: 'too large' } : { minor: Number(minor) };
}

/** An amount as it stands in a field: without currency and groups. */
export function writeAmount(minor: number, decimals: number, { decimal }: Separators): string {
  const digits = String(minor).padStart(decimals + 1, '0');
  if (decimals === 0) return digits;
  return `${digits.slice(0, -decimals)}${western(decimal)}${digits.slice(-decimals)}`;
}
