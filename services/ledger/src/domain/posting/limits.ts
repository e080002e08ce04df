import { addDays, addMonths, dayOf as calendarDayOf, startOfDay } from '@florin/calendar';
import { FlorinError } from '@florin/errors';
import { MAX_JSON_AMOUNT, exponentOf } from '@florin/money';
import type { Rate } from '../exchange.ts';
import type { Account, AccountIdentity, DefaultLimits, Limits, Spending, Worth } from './account.ts';
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

/** By the first rate known of each pair, so that what is given back is worth what was counted. */
export function createWorth(rateOf: RateOf): Worth {
  const known = new Map<string, Rate>();
  return (amount, from, to) => {
    const pair = `${from} ${to}`;
    const rate = known.get(pair) ?? rateOf(from, to);
    known.set(pair, rate);
    const exact = amount * rate.numerator * 10n ** BigInt(exponentOf(to));
    const parts = rate.denominator * 10n ** BigInt(exponentOf(from));
    return (exact + parts - 1n) / parts;
  };
}

/** Where a posting of this kind counts besides its payer's own account. */
export function alsoCountsAt(from: AccountIdentity, kind: TransferKind): string | undefined {
  return isLimited(from, kind) ? (from.countsAt ?? undefined) : undefined;
}

export function isLimited(account: Pick<Account, 'kind'>, kind: TransferKind): boolean {
  return account.kind === 'main' && LIMITED.has(kind);
}

/** Since when a transfer counts towards the limits of its sender: a capture since `heldOn`; undefined when it does not. */
export function countsSince({ kind, postedAt }: Transfer, heldOn?: string): string | undefined {
  if (kind !== 'capture' && !LIMITED.has(kind)) return undefined;
  return heldOn ?? dayOf(new Date(postedAt));
}

/** What was counted of an account, given back to the counters of all it counted at. */
export function giveBack(
  account: Account,
  also: Account | undefined,
  { share, today, worth }: { share: Omit<Share, 'accountId' | 'alsoAt'>; today: string; worth: Worth },
): void {
  const { counted, still, count, day } = share;
  account.spending = unspend(account.spending, { amount: counted - still, count, day }, today);
  if (!also) return;
  // taken from what is left, so that parts sum to no more than the whole counted
  const amount = worth(counted, account.currency, also.currency) - worth(still, account.currency, also.currency);
  also.spending = unspend(also.spending, { amount, count, day }, today);
}

/** The counters of the account and of the one it also counts at after `amount` more. LIMIT_EXCEEDED as `spend` says. */
export function spendAll(
  account: Account,
  also: Account | undefined,
  { amount, day, defaults, worth }: { amount: bigint; day: string; defaults: DefaultLimits; worth: Worth },
): [own: Spending, also: Spending | null] | FlorinError {
  const own = spend(account, amount, { day, defaults });
  if (own instanceof Error) return own;
  if (!also) return [own, null];
  const total = spend(also, worth(amount, account.currency, also.currency), { day, defaults, part: true });
  return total instanceof Error ? total : [own, total];
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

/**
 * The counters after `amount` more, or LIMIT_EXCEEDED that says which limit, what remains and when it resets. `part` of a
 * person's total: one transfer is measured by its own account's limit.
 */
export function spend(
  account: Account,
  amount: bigint,
  { day, defaults, part = false }: { day: string; defaults: DefaultLimits; part?: boolean },
): Spending | FlorinError {
  const limits = limitsOf(account, defaults);
  const now = spendingOn(account.spending, day);
  if (!part && amount > limits.single) return exceeded(account.currency, 'single', limits.single, null);
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

export type Left = Pick<Limits, 'daySum' | 'dayCount' | 'monthSum' | 'monthCount'>;

/** What may still leave an account, by its own limits and by those of the one it also counts at. */
export function leftOf(
  account: Account,
  also: Account | undefined,
  { day, defaults, worth }: { day: string; defaults: DefaultLimits; worth: Worth },
): Left {
  const limits = limitsOf(account, defaults);
  const { dayCount, daySum, monthCount, monthSum } = spendingOn(account.spending, day);
  const own = {
    daySum: left(limits.daySum, daySum),
    dayCount: Math.max(0, limits.dayCount - dayCount),
    monthSum: left(limits.monthSum, monthSum),
    monthCount: Math.max(0, limits.monthCount - monthCount),
  };
  if (!also) return own;
  const total = leftOf(also, undefined, { day, defaults, worth });
  const least = (mine: bigint, all: bigint): bigint => {
    const most = worth(all, also.currency, account.currency);
    const fits = worth(most, account.currency, also.currency) > all ? most - 1n : most;
    return mine < fits ? mine : fits;
  };
  return {
    daySum: least(own.daySum, total.daySum),
    dayCount: Math.min(own.dayCount, total.dayCount),
    monthSum: least(own.monthSum, total.monthSum),
    monthCount: Math.min(own.monthCount, total.monthCount),
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
