import { addDays, periodOf, type CalendarRules, type Period } from '@florin/calendar';
import { invalidField } from '@florin/errors';

export const INTERVALS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Interval = (typeof INTERVALS)[number];

const MAX_POINTS = 1_000;

/**
 * A span cut into the person's own days, weeks, months, quarters or years; the first and the last one may be cut short.
 * Throws INVALID_ARGUMENT on `to` for a span that ends before it starts, on `interval` for more than 1,000.
 */
export function bucketsOf(interval: Interval, span: Period, rules: CalendarRules): Period[] {
  if (span.end < span.start) throw invalidField('to', 'must not be before from');
  const buckets: Period[] = [];
  for (let start = span.start; start <= span.end;) {
    if (buckets.length === MAX_POINTS) {
      throw invalidField('interval', `makes more than ${MAX_POINTS} points of this span: take a longer one`);
    }
    const { end } = interval === 'day' ? { end: start } : periodOf(interval, start, rules);
    buckets.push({ start, end: end < span.end ? end : span.end });
    start = addDays(end, 1);
  }
  return buckets;
}
