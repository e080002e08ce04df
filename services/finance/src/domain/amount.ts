import { invalidField } from '@florin/errors';
import { exponentOf, parseMajor } from '@florin/money';

/** ISO 4217 knows no more than four decimals */
const MAX_EXPONENT = 4;

/** An amount as it was given: in minor units, or in major ones whose currency is known only where it is used. */
export type AmountInput = { minor: bigint } | { major: string };

/** False for what is not above zero, or no number at all. */
export function isPositive(input: AmountInput): boolean {
  if ('minor' in input) return input.minor > 0n;
  return /^\s*\d*\.?\d*\s*$/.test(input.major) && /[1-9]/.test(input.major);
}

/** Minor units of a currency. Throws INVALID_ARGUMENT on `field` for more decimals than the currency has. */
export function toMinor(input: AmountInput, currency: string, field = 'amount'): bigint {
  return 'minor' in input ? input.minor : parseMajor(input.major, currency, field);
}

/** The same, and more than 0. */
export function toPositive(input: AmountInput, currency: string, field = 'amount'): bigint {
  const minor = toMinor(input, currency, field);
  if (minor <= 0n) throw invalidField(field, 'must be more than 0');
  return requireSafe(minor, field);
}

/** The same, and 0 or more. */
export function toSum(input: AmountInput | undefined, currency: string, field: string): bigint {
  const minor = input === undefined ? 0n : toMinor(input, currency, field);
  if (minor < 0n) throw invalidField(field, 'must not be below 0');
  return requireSafe(minor, field);
}

/** Amounts of different currencies in one order, by their numbers of major units. */
export function sortKeyOf(amount: bigint, currency: string): bigint {
  return amount * 10n ** BigInt(MAX_EXPONENT - exponentOf(currency));
}

/** The same, and below 0 as well. */
export function toBalance(input: AmountInput | undefined, currency: string, field: string): bigint {
  const minor = input === undefined ? 0n : toMinor(input, currency, field);
  requireSafe(minor < 0n ? -minor : minor, field);
  return minor;
}

/** What JSON can't carry exactly is refused where it comes in. */
function requireSafe(minor: bigint, field: string): bigint {
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) throw invalidField(field, 'must be at most 2^53 - 1 minor units');
  return minor;
}
