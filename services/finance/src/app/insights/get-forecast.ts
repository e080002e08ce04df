import { addDays, dayOf, endOfDay, type Day } from '@florin/calendar';
import { invalidField } from '@florin/errors';
import { MAX_LISTED_WALLETS } from '../../domain/limits.ts';
import { occurrenceAt, type Recurring } from '../../domain/recurring/recurring.ts';
import type { Deps } from '../index.ts';
import { openMainWallet, type OpenMainWallet } from '../owners/open-main-wallet.ts';
import { withBalances } from '../wallets/balances.ts';
import { nextMonthStart } from './span.ts';

const MAX_DAYS = 366;
const MAX_LINES = 1_000;

export interface ForecastLine {
  recurringId: string;
  date: Day;
  description: string;
  /** minor units, below 0 for what goes out */
  amount: bigint;
}

export interface Forecast {
  from: Day;
  /** the day before the next pay-day, unless said */
  to: Day;
  data: {
    currency: string;
    /** of the wallets now, and at the end with what comes in and goes out until then; minor units */
    balance: bigint;
    in: bigint;
    out: bigint;
    expected: bigint;
    /** the least on the way */
    lowest: bigint;
    lowestOn: Day;
    lines: ForecastLine[];
  }[];
}

/**
 * What the wallets will hold until the next pay-day (the start of the person's next month), by what is there and what recurs;
 * transfers between own wallets change nothing. Throws INVALID_ARGUMENT on `to`, UNAVAILABLE.
 */
export async function getForecast(
  deps: Pick<Deps, 'stores' | 'ledger' | 'preferences' | 'clock'> & OpenMainWallet,
  { ownerId, to: asked }: { ownerId: string; to?: Day | undefined },
): Promise<Forecast> {
  await openMainWallet(deps, ownerId);
  const own = await deps.preferences.latest(ownerId);
  const from = dayOf(deps.clock(), own.timeZone);
  const to = asked ?? addDays(nextMonthStart(from, own), -1);
  if (to < from) throw invalidField('to', 'must not be before today');
  if (to > addDays(from, MAX_DAYS)) throw invalidField('to', `must be within ${MAX_DAYS} days`);
  const { stores, ledger } = deps;
  const wallets = await withBalances(ledger, await stores.wallets.list(ownerId, { limit: MAX_LISTED_WALLETS }));
  // one that is moved off a weekend may come two days before
  const due = await stores.recurring.dueUntil(ownerId, endOfDay(addDays(to, 2), own.timeZone));
  const lines = due.filter(({ type }) => type !== 'transfer').flatMap((each) => linesOf(each, to));
  if (lines.length > MAX_LINES) throw invalidField('to', `must be nearer: more than ${MAX_LINES} are due until then`);
  const currencies = [...new Set([...wallets, ...lines].map(({ currency }) => currency))].sort();
  const data = currencies.map((currency) => {
    const balance = wallets.reduce((sum, each) => (each.currency === currency ? sum + each.balance : sum), 0n);
    const coming = lines.filter((line) => line.currency === currency).toSorted((a, b) => (a.date < b.date ? -1 : 1));
    return { currency, balance, ...sumsOf(balance, coming, from), lines: coming };
  });
  return { from, to, data };
}

function linesOf(recurring: Recurring, to: Day): (ForecastLine & { currency: string })[] {
  const { id: recurringId, description, direction, currency, amount } = recurring;
  const lines = [];
  for (let number = recurring.nextNumber; lines.length <= MAX_LINES; number += 1) {
    const next = occurrenceAt(recurring, number);
    if (!next || next.date > to) break;
    lines.push({ recurringId, date: next.date, description, currency, amount: direction === 'in' ? amount : -amount });
  }
  return lines;
}

function sumsOf(balance: bigint, lines: readonly ForecastLine[], today: Day) {
  const sums = { in: 0n, out: 0n, expected: balance, lowest: balance, lowestOn: today };
  for (const { amount, date } of lines) {
    if (amount > 0n) sums.in += amount;
    else sums.out -= amount;
    sums.expected += amount;
    if (sums.expected < sums.lowest) Object.assign(sums, { lowest: sums.expected, lowestOn: date });
  }
  return sums;
}
