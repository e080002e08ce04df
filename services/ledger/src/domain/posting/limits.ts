import { addDays, addMonths, dayOf as calendarDayOf, startOfDay } from '@florin/calendar';
import { FlorinError } from '@florin/errors';
import { MAX_JSON_AMOUNT, exponentOf } from '@florin/money';
import type { Rate } from '../exchange.ts';
import type { Account, DefaultLimits, Limits, Spending } from './account.ts';
import type { Share, Transfer, TransferKind } from './posting.ts';

/** Kinds by which money leaves a person; their sums and counts are limited. What is captured counted when it was held. */
const LIMITED: ReadonlySet<TransferKind> = new Set(['peer', 'withdrawal']);

/** The limits where nothing else is set, in major units of one currency. */
export interface ReferenceLimits {
  currency: string;
  single: bigint;
  day: bigint;
  month: bigint;
}

export type RateOf = (from: string, to: string) => Rate;

/**
 * The default limits of any currency: those of the reference by the rate to it, rounded up to two digits (9,259.26 EUR
 * becomes 9,300), and 1,000 transfers a day and 10,000 a month. They are computed once for each currency: a rate that
 * moves by the hour does not move a limit.
 */
export function createDefaultLimits(reference: ReferenceLimits, rateOf: RateOf): DefaultLimits {
  const known = new Map<string, Limits>();
  return (currency) => {
    const found = known.get(currency);
    if (found) return found;
    const sum = (major: bigint) => toCurrency(currency, major, reference.currency, rateOf);
    const limits = {
      single: sum(reference.single),
      daySum: sum(reference.day),
      dayCount: 1_000,
      monthSum: sum(reference.month),
      monthCount: 10_000,
    };
    known.set(currency, limits);
    return limits;
  };
}

/** Minor units of a currency worth so many major units of another; never more than an amount in JSON may be. */
function toCurrency(currency: string, major: bigint, from: string, rateOf: RateOf): bigint {
  const minor = 10n ** BigInt(exponentOf(currency));
  if (currency === from) return major * minor;
  const { numerator, denominator } = rateOf(from, currency);
  const rounded = roundUp((major * minor * numerator) / denominator);
  return rounded < MAX_JSON_AMOUNT ? rounded : MAX_JSON_AMOUNT;
}

/** Up to two digits: 925,926 becomes 930,000; nothing becomes 1. */
function roundUp(amount: bigint): bigint {
  const unit = 10n ** BigInt(Math.max(0, amount.toString().length - 2));
  return (amount / unit + (amount > 0n && amount % unit === 0n ? 0n : 1n)) * unit;
}

export function isLimited(account: Pick<Account, 'kind'>, kind: TransferKind): boolean {
  return account.kind === 'main' && LIMITED.has(kind);
}

/**
 * What a transfer counts towards the limits of its sender. A capture counts since the day its money was held, `heldOn`.
 */
export function countedBy({ kind, fromAccountId, amount, postedAt }: Transfer, heldOn?: string): Share | undefined {
  if (kind !== 'capture' && !LIMITED.has(kind)) return undefined;
  return { accountId: fromAccountId, amount, count: 1, day: heldOn ?? dayOf(new Date(postedAt)) };
}

export function limitsOf(account: Pick<Account, 'currency' | 'limits'>, defaults: DefaultLimits): Limits {
  return { ...defaults(account.currency), ...account.limits };
}

/** The counters as they stand on `day` (UTC date): those of an earlier day or month are zero. */
export function spendingOn(spending: Spending, day: string): Spending {
  if (spending.day === day) return spending;
  const sameMonth = spending.day?.slice(0, 7) === day.slice(0, 7);
  return {
    day,
    dayCount: 0,
    daySum: 0n,
    monthCount: sameMonth ? spending.monthCount : 0,
    monthSum: sameMonth ? spending.monthSum : 0n,
  };
}

/** The counters after `amount` more, or LIMIT_EXCEEDED that says which limit, what remains and when it resets. */
export function spend(
  account: Account,
  amount: bigint,
  { day, defaults }: { day: string; defaults: DefaultLimits },
): Spending | FlorinError {
  const limits = limitsOf(account, defaults);
  const now = spendingOn(account.spending, day);
  if (amount > limits.single) return exceeded(account.currency, 'single', limits.single, null);
  if (now.dayCount + 1 > limits.dayCount) return exceeded(null, 'dayCount', 0n, nextDay(day));
  if (now.daySum + amount > limits.daySum) {
    return exceeded(account.currency, 'daySum', left(limits.daySum, now.daySum), nextDay(day));
  }
  if (now.monthCount + 1 > limits.monthCount) return exceeded(null, 'monthCount', 0n, nextMonth(day));
  if (now.monthSum + amount > limits.monthSum) {
    return exceeded(account.currency, 'monthSum', left(limits.monthSum, now.monthSum), nextMonth(day));
  }
  return {
    day,
    dayCount: now.dayCount + 1,
    daySum: now.daySum + amount,
    monthCount: now.monthCount + 1,
    monthSum: now.monthSum + amount,
  };
}

/** The counters once what counted on `day` does so no longer; nothing changes when that day or month is over. */
export function unspend(
  spending: Spending,
  { amount, count, day }: { amount: bigint; count: number; day: string },
  today: string,
): Spending {
  const now = spendingOn(spending, today);
  const sameMonth = day.slice(0, 7) === today.slice(0, 7);
  return {
    day: today,
    dayCount: day === today ? Math.max(0, now.dayCount - count) : now.dayCount,
    daySum: day === today ? left(now.daySum, amount) : now.daySum,
    monthCount: sameMonth ? Math.max(0, now.monthCount - count) : now.monthCount,
    monthSum: sameMonth ? left(now.monthSum, amount) : now.monthSum,
  };
}

const left = (limit: bigint, used: bigint): bigint => (limit > used ? limit - used : 0n);

const TEXT = {
  daySum: 'the sum of a day',
  dayCount: 'the number of transfers of a day',
  monthSum: 'the sum of a month',
  monthCount: 'the number of transfers of a month',
};

function exceeded(
  currency: string | null,
  limit: keyof Limits,
  remaining: bigint,
  resetsAt: string | null,
): FlorinError {
  const rest = `${remaining.toString()}${currency === null ? '' : ` minor units of ${currency}`}`;
  const message =
    limit === 'single'
      ? `One transfer may be at most ${rest}`
      : `The limit on ${TEXT[limit]} is reached: ${rest} remain until ${resetsAt ?? ''}`;
  return new FlorinError('LIMIT_EXCEEDED', message, {
    meta: { limit, remaining: Number(remaining), resetsAt },
  });
}

/** The UTC date of an instant, by which limits count. */
export function dayOf(instant: Date): string {
  return calendarDayOf(instant, 'UTC');
}

/** When the day is over (UTC), as ISO 8601. */
export function nextDay(day: string): string {
  return startOfDay(addDays(day, 1), 'UTC').toISOString();
}

/** When the month of the day is over (UTC), as ISO 8601. */
export function nextMonth(day: string): string {
  return startOfDay(addMonths(`${day.slice(0, 7)}-01`, 1), 'UTC').toISOString();
}
