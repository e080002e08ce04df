import { exponentOf, isCurrency } from '@florin/money';
import { formatLocale, t } from './index.ts';

export const POINTS = 'PTS';

export const decimalsOf = (currency: string): number => (isCurrency(currency) ? exponentOf(currency) : 2);

/** An amount in minor units as the person writes it, e.g. $12.50. Digits are exact: nothing passes a float. */
export function money(minor: number, currency: string, sign: 'auto' | 'always' = 'auto'): string {
  const decimals = decimalsOf(currency);
  const whole = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const exact = `${minor < 0 ? '-' : ''}${decimals === 0 ? whole : `${whole.slice(0, -decimals)}.${whole.slice(-decimals)}`}`;
  if (currency === POINTS) return t('{points, plural, one {# point} other {# points}}', { points: minor });
  const format = new Intl.NumberFormat(formatLocale(), {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: sign === 'always' ? 'exceptZero' : 'negative',
  });
  return format.format(exact as Intl.StringNumericLiteral);
}

const DAY_MS = 86_400_000;

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** Today, Yesterday, else the day with the year where it is another one. */
export function dayName(time: string | Date): string {
  const date = new Date(time);
  const days = Math.round((startOfDay(new Date()) - startOfDay(date)) / DAY_MS);
  if (days === 0 || days === 1) {
    const name = new Intl.RelativeTimeFormat(formatLocale(), { numeric: 'auto' }).format(-days, 'day');
    return name.charAt(0).toLocaleUpperCase(formatLocale()) + name.slice(1);
  }
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : 'numeric';
  return new Intl.DateTimeFormat(formatLocale(), { weekday: 'short', day: 'numeric', month: 'short', year }).format(
    date,
  );
}

export function clockTime(time: string): string {
  return new Intl.DateTimeFormat(formatLocale(), { timeStyle: 'short' }).format(new Date(time));
}

export function fullTime(time: string): string {
  return new Intl.DateTimeFormat(formatLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(time));
}

/** A calendar day of the API (2026-11-30), which has no zone. */
export function plainDay(date: string): string {
  const format = new Intl.DateTimeFormat(formatLocale(), { day: 'numeric', month: 'short' });
  return format.format(new Date(`${date}T12:00:00`));
}
