import { FlorinError } from '@florin/errors';
import { readEcbRates } from '../../domain/ecb-rates.ts';
import type { Deps } from '../index.ts';

export interface ImportedRates {
  count: number;
  currencies: number;
  /** the first and the last day */
  from: string;
  to: string;
}

/** Takes the reference rates of a file of the European Central Bank. Throws INVALID_ARGUMENT with line and column of each fault. */
export async function importRates({ datedRates }: Pick<Deps, 'datedRates'>, text: string): Promise<ImportedRates> {
  const { rates, faults } = readEcbRates(text);
  if (faults.length > 0) {
    const errors = faults.map(({ line, column, message }) => ({ path: `${line}:${column}`, message }));
    throw new FlorinError('INVALID_ARGUMENT', 'This is no file of reference rates', { errors });
  }
  const days = rates.map(({ day }) => day).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined)
    throw new FlorinError('INVALID_ARGUMENT', 'There are no rates in the file');
  await datedRates.add(rates);
  return { count: rates.length, currencies: new Set(rates.map(({ currency }) => currency)).size, from, to };
}
