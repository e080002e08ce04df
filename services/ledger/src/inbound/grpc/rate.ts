import { isDay } from '@florin/calendar';
import { invalidField } from '@florin/errors';
import type { LedgerServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { currency } from './mapping.ts';

const MAX_CURRENCIES = 200;
const MAX_DAYS = 1_000;
const MAX_RATES = 20_000;

export function rateMethods(useCases: UseCases): Pick<GrpcMethods<LedgerServiceDefinition>, 'getRates'> {
  return {
    getRates: async ({ from, to, days }) => {
      if (from.length > MAX_CURRENCIES) throw invalidField('from', `must be at most ${MAX_CURRENCIES}`);
      if (days.length > MAX_DAYS) throw invalidField('days', `must be at most ${MAX_DAYS}`);
      if (from.length * days.length > MAX_RATES) throw invalidField('days', `must ask for at most ${MAX_RATES} rates`);
      if (!days.every(isDay)) throw invalidField('days', 'must be days such as 2026-11-21');
      const rates = await useCases.findRates({ from: from.map((code) => currency(code)), to: currency(to), days });
      return {
        rates: rates.map(({ numerator, denominator, ...rate }) => {
          return { ...rate, numerator: String(numerator), denominator: String(denominator) };
        }),
      };
    },
  };
}
