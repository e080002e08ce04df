import { invalidField } from '@florin/errors';
import type { RateProvider } from '../app/exchanges/ports.ts';

/** Millionths of a US dollar for a major unit: round figures for trying things out, no market's. */
const MICRO_USD: Record<string, bigint> = {
  USD: 1_000_000n,
  EUR: 1_080_000n,
  GBP: 1_270_000n,
  CHF: 1_120_000n,
  JPY: 6_700n,
  CNY: 138_000n,
  INR: 11_900n,
  IDR: 63n,
  AED: 272_300n,
  MVR: 64_900n,
  CAD: 730_000n,
  AUD: 655_000n,
  SGD: 745_000n,
  KWD: 3_250_000n,
};

/** Major units of a currency that count as one towards the default limits; 1 where nothing is said. */
const LIMIT_SCALE: Record<string, bigint> = {
  IDR: 15_000n,
  VND: 25_000n,
  KRW: 1_300n,
  JPY: 150n,
  INR: 80n,
  COP: 4_000n,
};

/** Rates between the currencies of a table that comes with Florin. */
export function createBuiltInRates(): RateProvider {
  return {
    limitScale: (currency) => LIMIT_SCALE[currency] ?? 1n,
    rate: (from, to) => {
      const [numerator, denominator] = [MICRO_USD[from], MICRO_USD[to]];
      if (numerator === undefined) return Promise.reject(invalidField('from', `there is no rate for ${from}`));
      if (denominator === undefined) return Promise.reject(invalidField('to', `there is no rate for ${to}`));
      return Promise.resolve({ numerator, denominator });
    },
  };
}
