import { FlorinError, invalidField } from '@florin/errors';
import { exponentOf, type Currency } from './currency.ts';

/** Largest amount in minor units that JSON can carry exactly: 2^53 - 1. */
export const MAX_JSON_AMOUNT = 9_007_199_254_740_991n;
/** Largest amount a `bigint` column holds: 2^63 - 1. */
export const MAX_AMOUNT = 9_223_372_036_854_775_807n;

/** Minor units as a JSON number. Throws when it can't be exact. */
export function toJsonAmount(amount: bigint): number {
  if (amount > MAX_JSON_AMOUNT || amount < -MAX_JSON_AMOUNT) {
    throw new FlorinError('LIMIT_EXCEEDED', 'The amount is too large for a JSON number');
  }
  return Number(amount);
}

const DECIMAL = /^(-?)(\d{1,19})(?:\.(\d{1,19}))?$/;

/**
 * Parses major units ("12.5", 12.5) to minor units (1250n for USD), exactly, without floats in between.
 * Trailing zeros beyond the currency's decimals are allowed; other digits there are refused with INVALID_ARGUMENT on `field`.
 */
export function parseMajor(value: string | number, currency: Currency, field = 'amount'): bigint {
  const text = typeof value === 'number' ? numberText(value, field) : value.trim();
  const match = DECIMAL.exec(text);
  if (!match) throw invalidField(field, 'must be a decimal number such as 12.50');
  const [, sign, whole = '', fraction = ''] = match;
  const exponent = exponentOf(currency);
  if (/[1-9]/.test(fraction.slice(exponent))) {
    throw invalidField(field, `${currency} has ${exponent} decimals, ${fraction.length} were given`);
  }
  const minor = BigInt(whole + fraction.slice(0, exponent).padEnd(exponent, '0'));
  if (minor > MAX_AMOUNT) throw invalidField(field, 'is too large');
  return sign === '-' ? -minor : minor;
}

function numberText(value: number, field: string): string {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw invalidField(field, 'must be a finite number below 2^53');
  }
  // JavaScript prints the shortest text that reads back as the same number, so 0.1 stays "0.1".
  const text = String(value);
  return text.includes('e') ? value.toFixed(19) : text;
}

/** Minor units as a decimal string of major units: 1250n USD -> "12.50". */
export function formatMajor(amount: bigint, currency: Currency): string {
  const exponent = exponentOf(currency);
  const digits = (amount < 0n ? -amount : amount).toString().padStart(exponent + 1, '0');
  const text = exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
  return amount < 0n ? `-${text}` : text;
}

/**
 * Minor units as a JSON number of major units, for APIs that publish such numbers: 1250n USD -> 12.5.
 * The nearest double; only for showing, never to compute with.
 */
export function toMajorNumber(amount: bigint, currency: Currency): number {
  return Number(formatMajor(amount, currency));
}
