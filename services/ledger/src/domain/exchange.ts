import { FlorinError, invalidField } from '@florin/errors';
import { MAX_JSON_AMOUNT, exponentOf } from '@florin/money';
import type { Leg } from './posting/posting.ts';

/** How many major units of one currency a major unit of another buys, as an exact fraction. */
export interface Rate {
  numerator: bigint;
  denominator: bigint;
}

/** A rate promised to a person for a while. Amounts are minor units of their currency. */
export interface Quote {
  id: string;
  ownerId: string;
  fromCurrency: string;
  toCurrency: string;
  fromAmount: bigint;
  toAmount: bigint;
  /** 1 when the exact amount has a fraction: the minor unit that is paid on top of `toAmount` and goes to rounding */
  rounding: bigint;
  /** shown to people: ten decimals, cut */
  rate: string;
  createdAt: Date;
  expiresAt: Date;
  transferId: string | null;
}

export const QUOTE_SECONDS = 60;
const SHOWN = 10n ** 10n;

/** Converts by the rate, cut to whole minor units; `rounding` is 1 when something was cut. Throws INVALID_ARGUMENT. */
export function convert(
  amount: bigint,
  { from, to }: { from: string; to: string },
  rate: Rate,
): { toAmount: bigint; rounding: bigint } {
  const numerator = amount * rate.numerator * 10n ** BigInt(exponentOf(to));
  const denominator = rate.denominator * 10n ** BigInt(exponentOf(from));
  const toAmount = numerator / denominator;
  if (toAmount === 0n) throw invalidField('amount', `is less than the smallest unit of ${to}`);
  if (toAmount >= MAX_JSON_AMOUNT) throw invalidField('amount', `is more than can be held in ${to}`);
  return { toAmount, rounding: numerator % denominator === 0n ? 0n : 1n };
}

export function showRate({ numerator, denominator }: Rate): string {
  const scaled = (numerator * SHOWN) / denominator;
  return `${scaled / SHOWN}.${(scaled % SHOWN).toString().padStart(10, '0')}`;
}

export interface ExchangeAccounts {
  ownFrom: string;
  ownTo: string;
  houseFrom: string;
  houseTo: string;
  rounding: string;
}

/** Four legs, and a fifth when a fraction was cut: each currency sums to zero by itself. */
export function exchangeLegs(quote: Quote, accounts: ExchangeAccounts): Leg[] {
  const { fromAmount, toAmount, rounding } = quote;
  return [
    { accountId: accounts.ownFrom, amount: -fromAmount },
    { accountId: accounts.houseFrom, amount: fromAmount },
    { accountId: accounts.houseTo, amount: -(toAmount + rounding) },
    { accountId: accounts.ownTo, amount: toAmount },
    ...(rounding === 0n ? [] : [{ accountId: accounts.rounding, amount: rounding }]),
  ];
}

/** The quote, unless it was used or has expired: CONFLICT. */
export function requireUsable(quote: Quote | undefined, now: Date): Quote {
  if (!quote || quote.transferId !== null) throw new FlorinError('CONFLICT', 'The quote was used before');
  if (quote.expiresAt <= now) throw new FlorinError('CONFLICT', 'The quote has expired: ask for a new one');
  return quote;
}
