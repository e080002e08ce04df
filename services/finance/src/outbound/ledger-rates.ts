import type { RateSource } from '../app/insights/ports.ts';
import type { LedgerClient } from './ledger.ts';

/** The ledger's rates between minor units. */
export function createRates(client: LedgerClient): RateSource {
  return {
    rates: async (from, to, days) => {
      const { rates } = await client.getRates({ from: [...from], to, days: [...days] });
      return rates.map(({ from: currency, day, numerator, denominator }) => {
        return { from: currency, day, numerator: BigInt(numerator), denominator: BigInt(denominator) };
      });
    },
  };
}
