import { z } from 'zod';
import { pageCount } from '../input.ts';

export const DEFAULT_SIZE = 10;
const MOST_PER_PAGE = 100;

const part = z.string('must be given once').optional();

/** The query of a list: page, size, search, sort, order, and the filters named. */
export function listQuery(filters: readonly string[]) {
  return z.object({
    page: pageCount(1, 1_000_000),
    size: pageCount(DEFAULT_SIZE, MOST_PER_PAGE),
    search: part,
    sort: part,
    order: part,
    ...(Object.fromEntries(filters.map((name) => [name, part])) as object),
  });
}

export interface Page {
  page: number;
  size: number;
  search?: string | undefined;
  sort?: string | undefined;
  order?: string | undefined;
}

/** `50000.00` finds what `50000` does. */
function shortAmount(text: string): string {
  return /^\d+\.0+$/.test(text) ? text.slice(0, text.indexOf('.')) : text;
}

/** The query as the service takes it: what is no part of the page is a filter. */
export function toQuery({ page, size, search, sort, order, ...filters }: Page & Record<string, unknown>) {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return {
    page,
    size,
    search: search ?? '',
    sort: sort === undefined || sort === '' ? 'createdAt' : sort,
    order: order ?? '',
    contains: Object.fromEntries(given.map(([name, part]) => [name, name === 'amount' ? shortAmount(part) : part])),
  };
}

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const JAVASCRIPT_DATE = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{4})\b/;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
const HALF_DAY_MS = 43_200_000;
const QUARTER_HOUR_MS = 900_000;

/** The day that the text form of a JavaScript date writes; any other text as it is. */
export function writtenDay(text: string): string {
  const [, month = '', day = '', year = ''] = JAVASCRIPT_DATE.exec(text) ?? [];
  const number = MONTHS.findIndex((name) => name.startsWith(month)) + 1;
  return month === '' || number === 0 ? text : `${year}-${String(number).padStart(2, '0')}-${day}`;
}

/** Whether a text is an instant, whose day depends on a time zone. */
export function isInstant(text: string): boolean {
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text));
}

/** The day whose midnight in UTC is nearest to an instant: the one that was picked, anywhere from UTC-11 to UTC+12. */
export function nearestDay(instant: string): string {
  return new Date(Date.parse(instant) + HALF_DAY_MS).toISOString().slice(0, 10);
}

/** Whether an instant may be the midnight of a day picked east of UTC, rather than a time: then the day it means is the next. */
export function isPickedDay(text: string): boolean {
  return isInstant(text) && Date.parse(text) % QUARTER_HOUR_MS === 0 && nearestDay(text) > new Date(text).toISOString();
}
