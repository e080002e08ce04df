import { MAX_AMOUNT, exponentOf } from '@florin/money';
import { Fault, quoted } from '../types.ts';

export type DecimalMark = '.' | ',';

const MINUS = /[-\u2212\u2010-\u2015\ufe63\uff0d]/gu;
/** blanks of every width, marks of writing direction, apostrophes: what stands between digits and means nothing */
const IGNORED = /[\s\u00a0\u2007-\u200f\u2028-\u202f\u2066-\u2069\u061c\ufeff'’´`_]/gu;
const MAX_LENGTH = 60;
/** most amounts: what follows takes ten times as long */
const PLAIN = /^-?\d+(?:[.,]\d+)?$/;
/** thousands, or the hundreds of India between them */
const GROUPED = /^\d{1,3}([.,]\d{2,3})*[.,]\d{3}$/;

/** Text with digits of any script as 0 to 9, and the Arabic and full-width marks as `.` and `,`. */
export function plainDigits(text: string): string {
  if (!/[\u0100-\u{10ffff}]/u.test(text)) return text;
  return text
    .replace(/\p{Nd}/gu, (digit) => String(digitOf(digit.codePointAt(0) ?? 0)))
    .replace(/[٫．]/gu, '.')
    .replace(/[٬،，]/gu, ',');
}

/** Digits of a script are ten code points in a row, the first of which ends in 0 or 6. */
function digitOf(codePoint: number): number {
  if (codePoint >= 0x1d7ce && codePoint <= 0x1d7ff) return (codePoint - 0x1d7ce) % 10;
  const last = codePoint & 0xf;
  const zeroAtSix =
    /^\p{Nd}$/u.test(String.fromCodePoint(codePoint - last + 6)) &&
    !/^\p{Nd}$/u.test(String.fromCodePoint(codePoint - last + 5));
  return zeroAtSix ? last - 6 : last;
}

interface Parts {
  negative: boolean;
  /** digits and marks only */
  number: string;
}

/** Sign and digits of "-200,00", "+ $73.01", "($85.00)", "12.50 DR", "CHF 1'200.-", or undefined for what is no amount. */
function partsOf(text: string): Parts | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  if (PLAIN.test(text)) return { negative: text.startsWith('-'), number: text.replace('-', '') };
  let rest = plainDigits(text).replace(IGNORED, '').replace(MINUS, '-').replace('＋', '+');
  rest = rest.replace(/(?<=\d[.,])-+$/, ''); // "12.-" is twelve
  const bracketed = /^\((.*)\)$/.exec(rest) ?? /^([^()]*)\((.*)\)$/.exec(rest);
  if (bracketed) rest = bracketed.slice(1).join('');
  const side = /(?<=[\d.,])(DR|CR|D|C|S|H)$/i.exec(rest)?.[1]?.toUpperCase();
  if (side) rest = rest.slice(0, -side.length);
  const match = /^([^\d.,+-]{0,8})([+-]?)([^\d.,+-]{0,8})([\d.,]*\d[\d.,]*)([^\d.,+-]{0,8})([+-]?)$/u.exec(rest);
  if (!match) return undefined;
  const [, before = '', sign, between = '', number = '', after = '', trailing] = match;
  if ([before, between, after].some((part) => !isCurrencyMark(part))) return undefined;
  const minuses = [sign === '-', trailing === '-', bracketed !== null, side !== undefined && /^[DS]/.test(side)];
  return { negative: minuses.filter(Boolean).length % 2 === 1, number };
}

const isCurrencyMark = (text: string) => /^(\p{Sc}|[\p{L}.\s]){0,8}$/u.test(text);

/** True for text that reads as an amount, whatever its decimal mark is. */
export function isAmount(text: string): boolean {
  return partsOf(text) !== undefined;
}

/** The decimal mark that this amount proves, or undefined when it could be either. */
export function markOf(text: string): DecimalMark | undefined {
  const number = partsOf(text)?.number ?? '';
  const dot = number.lastIndexOf('.');
  const comma = number.lastIndexOf(',');
  if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
  const mark = dot >= 0 ? '.' : ',';
  const at = Math.max(dot, comma);
  if (at < 0) return undefined;
  if (number.indexOf(mark) !== at) return mark === '.' ? ',' : '.'; // twice: it parts thousands
  return number.length - at - 1 === 3 && at > 0 && at <= 3 ? undefined : mark;
}

/**
 * Minor units of an amount as banks write it, exactly. `mark` decides what could be read either way; without one a dot or
 * comma before three digits parts thousands. Throws a Fault.
 */
export function parseAmount(text: string, currency: string, mark?: DecimalMark): bigint {
  const parts = partsOf(text);
  if (!parts) throw new Fault(`${quoted(text)} is no amount`);
  const exponent = exponentOf(currency);
  const decimal = decimalOf(parts.number, markOf(text), mark);
  const at = decimal ? parts.number.lastIndexOf(decimal) : -1;
  const grouped = at < 0 ? parts.number : parts.number.slice(0, at);
  if (/[.,]/.test(grouped) && !GROUPED.test(grouped)) throw new Fault(`${quoted(text)} is no amount`);
  const whole = grouped.replace(/[.,]/g, '');
  const fraction = at < 0 ? '' : parts.number.slice(at + 1);
  if (/[1-9]/.test(fraction.slice(exponent))) {
    throw new Fault(`${quoted(text)} has more decimals than ${currency}, which has ${exponent}`);
  }
  const minor = BigInt((whole || '0') + fraction.slice(0, exponent).padEnd(exponent, '0'));
  if (minor > MAX_AMOUNT) throw new Fault(`${quoted(text)} is too large`);
  return parts.negative ? -minor : minor;
}

function decimalOf(number: string, proven: DecimalMark | undefined, asked: DecimalMark | undefined) {
  if (proven && number.includes(proven)) return proven;
  if (proven) return undefined;
  const at = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
  if (at < 0) return undefined;
  const mark = number[at] as DecimalMark;
  return asked === mark ? mark : undefined;
}
