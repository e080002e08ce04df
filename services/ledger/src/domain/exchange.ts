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
  /** what the exact amount is more than `toAmount`, rounded up: it goes to rounding */
  rounding: bigint;
  /** shown to people: ten decimals, cut */
  rate: string;
  createdAt: Date;
  expiresAt: Date;
  transferId: string | null;
}

export const QUOTE_SECONDS = 60;
const SHOWN = 10n ** 10n;

interface Pair {
  from: string;
  to: string;
}

type Amounts = Pick<Quote, 'fromAmount' | 'toAmount' | 'rounding'>;

/**
 * Converts by the rate, cut to whole minor units; `rounding` is 1 when something was cut. Throws INVALID_ARGUMENT, for too
 * little with the least amount that can be exchanged (meta `minimum`).
 */
export function convert(fromAmount: bigint, pair: Pair, rate: Rate): Amounts {
  const [numerator, denominator] = minorRate(pair, rate);
  const toAmount = (fromAmount * numerator) / denominator;
  if (toAmount === 0n) throw tooLittle(pair, up(denominator, numerator));
  if (toAmount >= MAX_JSON_AMOUNT) throw invalidField('amount', `is more than can be held in ${pair.to}`);
  return { fromAmount, toAmount, rounding: up(fromAmount * numerator, denominator) - toAmount };
}

/** The least amount that lets exactly `toAmount` arrive; what it is worth more goes to rounding. INVALID_ARGUMENT. */
export function convertTo(toAmount: bigint, pair: Pair, rate: Rate): Amounts {
  const [numerator, denominator] = minorRate(pair, rate);
  const fromAmount = up(toAmount * denominator, numerator);
  if (fromAmount >= MAX_JSON_AMOUNT) throw invalidField('toAmount', `is more than can be paid in ${pair.from}`);
  return { fromAmount, toAmount, rounding: up(fromAmount * numerator, denominator) - toAmount };
}

/** How many minor units of one a minor unit of the other buys, as an exact fraction. */
export function minorRate({ from, to }: Pair, rate: Rate): [numerator: bigint, denominator: bigint] {
  return [rate.numerator * 10n ** BigInt(exponentOf(to)), rate.denominator * 10n ** BigInt(exponentOf(from))];
}

const up = (numerator: bigint, denominator: bigint): bigint => (numerator + denominator - 1n) / denominator;

function tooLittle({ from, to }: Pair, minimum: bigint): FlorinError {
  const message = `is less than the smallest unit of ${to}: at least ${minimum.toString()} minor units of ${from}`;
  return new FlorinError('INVALID_ARGUMENT', `amount: ${message}`, {
    errors: [{ path: 'amount', message }],
    meta: { minimum: Number(minimum) },
  });
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
