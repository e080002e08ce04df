import { invalidField } from '@florin/errors';

const DAY_MS = 86_400_000;

/** When what is made now ends: as asked, the usual days from now without. Throws INVALID_ARGUMENT for the past or too late. */
export function expiry(now: Date, asked: Date | undefined, days: { usualDays: number; maximumDays: number }): Date {
  if (asked === undefined) return new Date(now.getTime() + days.usualDays * DAY_MS);
  if (asked <= now) throw invalidField('expiresAt', 'must be in the future');
  if (asked.getTime() <= now.getTime() + days.maximumDays * DAY_MS) return asked;
  throw invalidField('expiresAt', `must be within ${days.maximumDays} days`);
}
