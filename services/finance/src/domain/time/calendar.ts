/** A calendar day, YYYY-MM-DD. Strings compare as days do. */
export type Day = string;

const MS_PER_DAY = 86_400_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

const toMs = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const fromMs = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** True for a day that exists, 1970-01-01 to 9998-12-31. */
export function isDay(value: string): boolean {
  if (!DAY.test(value) || value < '1970-01-01' || value > '9998-12-31') return false;
  const ms = toMs(value);
  return !Number.isNaN(ms) && fromMs(ms) === value;
}

export function addDays(day: Day, days: number): Day {
  return fromMs(toMs(day) + days * MS_PER_DAY);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return new Date(toMs(day)).getUTCDay() || 7;
}

/** The day of that number in a month, or the month's last day when it has fewer. `month` counts from 0 over years. */
export function dayInMonth(year: number, month: number, dayOfMonth: number): Day {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return fromMs(Date.UTC(year, month, Math.min(dayOfMonth, last)));
}

const formatters = new Map<string, Intl.DateTimeFormat>();
const clocks = new Map<string, Intl.DateTimeFormat>();
const MOST_FORMATTERS = 1_000;

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  if (formatters.size >= MOST_FORMATTERS) formatters.clear();
  formatters.set(timeZone, made);
  return made;
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const made = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'iso8601', numberingSystem: 'latn', ...time });
  if (clocks.size >= MOST_FORMATTERS) clocks.clear();
  clocks.set(timeZone, made);
  return made;
}

export function isTimeZone(name: string): boolean {
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

/** The calendar day it is somewhere at an instant. */
export function dayAt(instant: Date, timeZone: string): Day {
  const parts = formatterOf(timeZone).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/**
 * The first instant of a day somewhere. Not always local midnight: clocks that jump over it start the day later.
 * Searched by halving, since the day never goes back as time goes on; offsets lie within 26 h of UTC.
 */
export function startOfDay(day: Day, timeZone: string): Date {
  const key = `${day} ${timeZone}`;
  const known = starts.get(key) ?? searchStart(day, timeZone);
  if (starts.size >= MOST_STARTS) starts.clear();
  starts.set(key, known);
  return new Date(known);
}

/** How far the clocks somewhere are ahead of UTC at an instant, in ms. */
function offsetAt(ms: number, timeZone: string): number {
  const instant = new Date(ms);
  const parts = clockOf(timeZone).formatToParts(instant);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  const wall = toMs(dayAt(instant, timeZone)) + ((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1_000;
  return wall - Math.floor(ms / 1_000) * 1_000;
}

/**
 * The instant at which the clocks somewhere show a time. One that comes twice is its first; one that summer time jumps
 * over is read on the clock as it ran before the jump.
 */
export function instantOf(day: Day, msOfDay: number, timeZone: string): Date {
  const wall = toMs(day) + msOfDay;
  const offsets = [offsetAt(wall - MS_PER_DAY, timeZone), offsetAt(wall + MS_PER_DAY, timeZone)];
  const candidates = offsets.map((offset) => wall - offset);
  const real = candidates.filter((at, index) => offsetAt(at, timeZone) === offsets[index]);
  return new Date(real.length > 0 ? Math.min(...real) : (candidates[0] ?? wall));
}

const starts = new Map<string, number>();
const MOST_STARTS = 10_000;

function searchStart(day: Day, timeZone: string): number {
  let before = toMs(day) - 26 * 3_600_000;
  let after = toMs(day) + 26 * 3_600_000;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayAt(new Date(middle), timeZone) < day) before = middle;
    else after = middle;
  }
  return after;
}

/** Instants from `start` on and before `end`. */
export interface Interval {
  start: Date;
  end: Date;
}

/** The instants of whole days, both ends included. */
export function intervalOf(days: { start: Day; end: Day }, timeZone: string): Interval {
  return { start: startOfDay(days.start, timeZone), end: startOfDay(addDays(days.end, 1), timeZone) };
}
