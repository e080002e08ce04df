import { addDays, addMonths, dayOf, nextPeriod, periodOf, type Day, type Period } from '@florin/calendar';
import { invalidField, notFound } from '@florin/errors';
import { bucketsOf, type Interval } from '../../domain/insights/buckets.ts';
import type { Preferences } from '../../domain/time/preferences.ts';
import type { Deps } from '../index.ts';

/** `from` and `to` are days, both included. */
export interface InsightQuery {
  ownerId: string;
  from?: Day | undefined;
  to?: Day | undefined;
  /** one wallet, which may be deleted; default: all */
  walletId?: string | undefined;
  /** all sums in this currency; default: each currency by itself */
  currency?: string | undefined;
}

export type SeriesQuery = InsightQuery & { interval: Interval };

export interface Span extends Period {
  today: Day;
  preferences: Preferences;
}

type Needs = Pick<Deps, 'stores' | 'preferences' | 'clock'>;

/**
 * The days asked for on the person's calendar; default: from `since` to today. Throws INVALID_ARGUMENT, NOT_FOUND for the
 * wallet, UNAVAILABLE when the person's calendar is not known.
 */
export async function spanOf(
  { stores, preferences: source, clock }: Needs,
  { ownerId, from, to, walletId }: InsightQuery,
  since: (today: Day, preferences: Preferences) => Day,
): Promise<Span> {
  if (walletId !== undefined && !(await stores.wallets.find(ownerId, walletId))) throw notFound('Wallet');
  const preferences = await source.latest(ownerId);
  const today = dayOf(clock(), preferences.timeZone);
  const span = { start: from ?? since(to ?? today, preferences), end: to ?? today, today, preferences };
  if (span.end < span.start) throw invalidField('to', 'must not be before from');
  return span;
}

/** The same in buckets; by default twelve months, the present one included. */
export async function seriesOf(deps: Needs, query: SeriesQuery): Promise<{ buckets: Period[]; span: Span }> {
  const span = await spanOf(deps, query, (day, own) => periodOf('month', addMonths(day, -11), own).start);
  return { buckets: bucketsOf(query.interval, span, span.preferences), span };
}

/** The span before: the person's month before a month of theirs, and so on, else as many days. */
export function spanBefore({ start, end, preferences }: Span): Period {
  for (const kind of ['week', 'month', 'year'] as const) {
    const whole = periodOf(kind, start, preferences);
    if (whole.start === start && whole.end === end) return periodOf(kind, addDays(start, -1), preferences);
  }
  const days = Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000) + 1;
  return { start: addDays(start, -days), end: addDays(start, -1) };
}

export const monthStart = (day: Day, own: Preferences): Day => periodOf('month', day, own).start;

/** The first day of the person's month after the one of a day: when the next pay comes. */
export const nextMonthStart = (day: Day, own: Preferences): Day =>
  nextPeriod('month', periodOf('month', day, own), own).start;
