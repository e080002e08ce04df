import { FlorinError } from '@florin/errors';
import { mobileOf } from '../accounts/identifiers.ts';
import type { Deps } from '../index.ts';
import { limited } from '../limits/limited.ts';
import type { Tx } from '../ports.ts';

const HOUR_SECONDS = 3600;
/** Numbers are handed out in thousands: codes an hour to one such range. */
const PER_RANGE_PER_HOUR = 20;
const RANGE_DIGITS = 3;

/**
 * Lets a text message go, or refuses it: each costs money, and whoever owns a range of numbers earns by having codes
 * sent to it. Numbers must be mobile ones of an allowed country, and no range, country or hour gets more than its share.
 * Throws INVALID_ARGUMENT on `mobile`, RATE_LIMITED.
 */
export async function allowSms(
  deps: Pick<Deps, 'clock' | 'countSms' | 'counters' | 'settings'>,
  tx: Tx,
  number: string,
): Promise<void> {
  const { sms, development } = deps.settings;
  const country = mobileOf(number)?.country;
  if (country === undefined || (sms.countries.length > 0 && !sms.countries.includes(country))) {
    const message = 'gets no text messages from us';
    throw new FlorinError('INVALID_ARGUMENT', `mobile: ${message}`, { errors: [{ path: 'mobile', message }] });
  }
  const factor = development ? 10 : 1;
  const limits = new Map([
    [`sms|${number.slice(0, -RANGE_DIGITS)}`, PER_RANGE_PER_HOUR],
    [`sms-country|${country}`, sms.perCountryPerHour * factor],
    ['sms-all', sms.perHour * factor],
  ]);
  const now = deps.clock();
  const windows = [...limits.keys()].map((key) => ({ key, seconds: HOUR_SECONDS }));
  for (const { key, count, resetsAt } of await deps.counters.hit(tx, windows, now)) {
    if (count > (limits.get(key) ?? 0)) throw limited((resetsAt.getTime() - now.getTime()) / 1000);
  }
  deps.countSms(country);
}
