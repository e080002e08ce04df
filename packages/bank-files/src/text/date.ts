import { type Day, isDay } from '@florin/calendar';
import { plainDigits } from './amount.ts';

export type DateOrder = 'ymd' | 'dmy' | 'mdy';
export const DATE_ORDERS: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];

/** first letters of the months in the languages of most banks */
const MONTHS = [
  'jan ene gen sty led',
  'feb fev fév lut úno',
  'mar mär mrz maa bře',
  'apr abr avr kwi dub',
  'may mai mag mei maj kvě',
  'jun juin giu cze čvn',
  'jul juil lug lip čvc',
  'aug ago aoû aou sie srp',
  'sep set wrz zář',
  'oct okt ott out paź říj',
  'nov lis',
  'dec dez dic des déc gru pro',
].map((names) => names.split(' '));
/** two digits from here on are of the last century */
const PIVOT = 70;
const MAX_LENGTH = 40;

interface DateParts {
  numbers: [string, string, string];
  /** the year is of this century, as QIF writes `1/ 5'26` */
  apostrophe: boolean;
  /** 0 to 2: where a month's name stood */
  named: number | undefined;
}

function partsOf(text: string): DateParts | undefined {
  const plain = plainDigits(text)
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
  const compact = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?(?:[.[T ].*)?$/.exec(plain);
  if (compact)
    return { numbers: [compact[1] ?? '', compact[2] ?? '', compact[3] ?? ''], apostrophe: false, named: undefined };
  const day = withoutTime(plain);
  const match = /^(\d{1,4})[\s./年月-]+(\d{1,2})[\s./'’年月-]+(\d{1,4})[日.]?$/u.exec(day);
  if (match) {
    const [, one = '', two = '', three = ''] = match;
    return { numbers: [one, two, three], apostrophe: /['’]/.test(day), named: undefined };
  }
  return namedParts(day);
}

const withoutTime = (text: string) =>
  text.replace(/(?<=\d)(T|,?\s+)\d{1,2}[:.]\d{2}.*$/, '').replace(/^\p{L}{2,3}\.?,\s+/u, '');

function namedParts(text: string): DateParts | undefined {
  const words = text.split(/[\s.,/-]+/).filter((word) => word !== '' && !/^(de|of)$/i.test(word));
  if (words.length !== 3) return undefined;
  const named = words.findIndex((word) => /^\p{L}{3,}$/u.test(word));
  const month = MONTHS.findIndex((names) => names.some((name) => words[named]?.toLowerCase().startsWith(name)));
  if (named < 0 || month < 0 || named === 2) return undefined;
  const numbers = words.map((word, index) =>
    index === named ? String(month + 1) : word.replace(/(st|nd|rd|th)$/i, ''),
  );
  return numbers.every((number) => /^\d{1,4}$/.test(number))
    ? { numbers: numbers as [string, string, string], apostrophe: false, named }
    : undefined;
}

/** days of a file repeat: what was read before is kept, up to a limit */
const known = new Map<string, Day | undefined>();
const MAX_KNOWN = 5_000;

/** The day in text such as 2026-01-05, 5.1.26, 20260105120000[-5:EST] or `1/ 5'26`; undefined for what is no day. */
export function parseDate(text: string, order: DateOrder): Day | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const key = order + text;
  if (known.has(key)) return known.get(key);
  if (known.size >= MAX_KNOWN) known.clear();
  const day = dayIn(text, order);
  known.set(key, day);
  return day;
}

function dayIn(text: string, order: DateOrder): Day | undefined {
  const parts = partsOf(text);
  if (!parts) return undefined;
  const { numbers, apostrophe, named } = parts;
  const shape: DateOrder = numbers[0].length > 2 ? 'ymd' : named === 0 ? 'mdy' : named === 1 ? 'dmy' : order;
  const at = (letter: string) => numbers[shape.indexOf(letter)] ?? '';
  const day = `${yearOf(at('y'), apostrophe)}-${at('m').padStart(2, '0')}-${at('d').padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

function yearOf(text: string, apostrophe: boolean): string {
  if (text.length > 2) return text.padStart(4, '0');
  return String((apostrophe || Number(text) < PIVOT ? 2000 : 1900) + Number(text));
}

/** True for text that is a day in some order. */
export function isDate(text: string): boolean {
  return DATE_ORDERS.some((order) => parseDate(text, order) !== undefined);
}

/** Learns from all dates of a file whether day or month comes first. */
export function createDateSurvey() {
  const fits = { ymd: 0, dmy: 0, mdy: 0 };
  const steps = { ymd: 0, dmy: 0, mdy: 0 };
  const last: Partial<Record<DateOrder, Day>> = {};
  let previous = '';
  return {
    add(text: string): void {
      if (text === previous) return; // tells nothing new
      previous = text;
      for (const order of DATE_ORDERS) {
        const day = parseDate(text, order);
        if (day === undefined) continue;
        fits[order] += 1;
        const before = last[order];
        if (before !== undefined) steps[order] += Math.abs(Date.parse(day) - Date.parse(before)) / 86_400_000;
        last[order] = day;
      }
    },
    /** `certain` is false when another order reads every date as well. */
    finish(preferred: DateOrder): { order: DateOrder; certain: boolean } {
      const most = Math.max(...Object.values(fits));
      const fitting = DATE_ORDERS.filter((order) => fits[order] === most);
      // a year of two digits stands first only where nothing else fits, or where people write so
      const best =
        fitting.length > 1 && preferred !== 'ymd' && last.ymd !== last.dmy
          ? fitting.filter((order) => order !== 'ymd')
          : fitting;
      const same = new Set(best.map((order) => last[order]));
      if (best.length === 1 || same.size === 1) return { order: best[0] ?? preferred, certain: true };
      // the right reading goes from day to day, the wrong one leaps from month to month
      const shortest = Math.min(...best.map((order) => steps[order]));
      const steady = best.filter((order) => steps[order] === shortest);
      if (steady.length === 1 && steady[0]) return { order: steady[0], certain: false };
      return { order: steady.includes(preferred) ? preferred : (steady[0] ?? preferred), certain: false };
    },
  };
}
