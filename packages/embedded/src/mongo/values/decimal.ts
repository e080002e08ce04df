import { Decimal128, Long } from 'bson';

/** A number as coefficient * 10^exponent, exact for every int, long and decimal128. */
export interface Exact {
  readonly coefficient: bigint;
  readonly exponent: number;
}

export type Numeric = number | bigint | Long | Decimal128;

export function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Long || value instanceof Decimal128;
}

const SHAPE = /^(-?)(\d*)(?:\.(\d*))?(?:E([+-]?\d+))?$/i;

function parseExact(text: string): Exact {
  const match = SHAPE.exec(text);
  if (!match) throw new RangeError(`not a finite number: ${text}`);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(whole + fraction || '0');
  return { coefficient: sign ? -digits : digits, exponent: Number(exponent) - fraction.length };
}

/** The exact value, or 'NaN', 'Infinity', '-Infinity'. A double counts as its shortest decimal text. */
export function exactOf(value: Numeric): Exact | 'NaN' | 'Infinity' | '-Infinity' {
  if (typeof value === 'bigint') return { coefficient: value, exponent: 0 };
  if (value instanceof Long) return { coefficient: value.toBigInt(), exponent: 0 };
  const text = value.toString();
  if (text === 'NaN' || text === 'Infinity' || text === '-Infinity') return text;
  return parseExact(text);
}

function scaleUp(value: Exact, exponent: number): bigint {
  return value.coefficient * 10n ** BigInt(value.exponent - exponent);
}

function rank(value: string): number {
  return value === 'NaN' ? 0 : value === '-Infinity' ? 1 : 3;
}

function magnitude(value: Exact): number {
  return value.coefficient === 0n ? -Infinity : value.coefficient.toString().replace('-', '').length + value.exponent;
}

function compareExact(a: Exact, b: Exact): number {
  const signA = a.coefficient < 0n ? -1 : a.coefficient > 0n ? 1 : 0;
  const signB = b.coefficient < 0n ? -1 : b.coefficient > 0n ? 1 : 0;
  if (signA !== signB) return signA < signB ? -1 : 1;
  const [sizeA, sizeB] = [magnitude(a), magnitude(b)];
  // Sizes first: 1E+6144 must not be written out in digits.
  if (sizeA !== sizeB) return sizeA < sizeB ? -signA : signA;
  const exponent = Math.min(a.exponent, b.exponent);
  const [left, right] = [scaleUp(a, exponent), scaleUp(b, exponent)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** MongoDB's order of numbers, whatever their types: NaN first, 2 (int) equals 2.00 (decimal). */
export function compareNumbers(a: Numeric, b: Numeric): number {
  if (typeof a === 'number' && typeof b === 'number' && !Number.isNaN(a) && !Number.isNaN(b)) {
    return a < b ? -1 : a > b ? 1 : 0;
  }
  const [left, right] = [exactOf(a), exactOf(b)];
  if (typeof left !== 'string' && typeof right !== 'string') return compareExact(left, right);
  const [rankA, rankB] = [typeof left === 'string' ? rank(left) : 2, typeof right === 'string' ? rank(right) : 2];
  return rankA < rankB ? -1 : rankA > rankB ? 1 : 0;
}

/** Text that is the same for equal numbers of any type. */
export function numberKey(value: Numeric): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return `n${String(value === 0 ? 0 : value)}`;
  const exact = exactOf(value);
  if (typeof exact === 'string') return `n${exact}`;
  if (exact.coefficient === 0n) return 'n0';
  let { exponent } = exact;
  const digits = exact.coefficient.toString();
  const stripped = digits.replace(/0+$/, '');
  exponent += digits.length - stripped.length;
  return exponent >= 0 && exponent <= 34 ? `n${stripped}${'0'.repeat(exponent)}` : `n${stripped}e${String(exponent)}`;
}
