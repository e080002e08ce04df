import { isDay } from '@florin/calendar';
import type { Rate } from './exchange.ts';

/** What a euro was worth in a currency on a day: a decimal number. */
export interface EuroRate {
  currency: string;
  day: string;
  perEuro: string;
}

/** What is wrong at a place of the file; both from 1, the column in cells. */
export interface RateFault {
  line: number;
  column: number;
  message: string;
}

const MAX_FAULTS = 20;
const NUMBER = /^\d{1,12}(\.\d{1,10})?$/;

/**
 * Reads the bank's reference rates (`eurofxref-hist.csv`): a line of currencies after `Date`, then one of rates for each day,
 * `N/A` or nothing where there is none. Of a file with faults the first 20 are told, and nothing of it is to be taken.
 */
export function readEcbRates(text: string): { rates: EuroRate[]; faults: RateFault[] } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const [head, ...currencies] = cellsOf(lines[0] ?? '');
  const rates: EuroRate[] = [];
  const faults: RateFault[] = [];
  const fault = (line: number, column: number, message: string) => void faults.push({ line, column, message });
  if (head?.toLowerCase() !== 'date') fault(1, 1, 'must be Date, before the currencies');
  currencies.forEach((code, index) => {
    if (!/^[A-Z]{3}$/.test(code)) fault(1, index + 2, `'${code}' is no currency`);
    else if (currencies.indexOf(code) < index) fault(1, index + 2, `${code} has a column already`);
  });
  if (faults.length > 0) return { rates, faults: faults.slice(0, MAX_FAULTS) };
  const days = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue;
    if (faults.length >= MAX_FAULTS) break;
    const [day = '', ...cells] = cellsOf(line);
    if (!isDay(day)) fault(index + 1, 1, `'${day}' is no day such as 2026-11-21`);
    else if (days.has(day)) fault(index + 1, 1, `${day} has a line already`);
    days.add(day);
    if (cells.length !== currencies.length)
      fault(index + 1, 1, `has ${cells.length} rates, and not ${currencies.length}`);
    cells.forEach((perEuro, place) => {
      if (perEuro === '' || perEuro === 'N/A') return;
      const isRate = NUMBER.test(perEuro) && /[1-9]/.test(perEuro);
      if (isRate) rates.push({ currency: currencies[place] ?? '', day, perEuro });
      else fault(index + 1, place + 2, `'${perEuro}' is no rate`);
    });
  }
  return { rates, faults: faults.slice(0, MAX_FAULTS) };
}

/** The bank ends each line with a comma. */
const cellsOf = (line: string): string[] =>
  line
    .replace(/,\s*$/, '')
    .split(',')
    .map((cell) => cell.trim());

/** Major units of `to` for a major unit of `from`, by what a euro is in both. */
export function crossRate(from: string, to: string): Rate {
  const [given, wanted] = [fractionOf(from), fractionOf(to)];
  return {
    numerator: wanted.numerator * given.denominator,
    denominator: wanted.denominator * given.numerator,
  };
}

function fractionOf(decimal: string): Rate {
  const [whole = '', decimals = ''] = decimal.split('.');
  return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) };
}
