import { FlorinError } from '@florin/errors';
import type { Holdings } from './ports.ts';

const COUNTED: [Exclude<keyof Holdings, 'balances'>, string][] = [
  ['holdsPlaced', 'holds you placed'],
  ['holdsReceived', 'holds for you'],
  ['requestsToPay', 'payment requests to you'],
  ['requestsMade', 'payment requests of yours'],
  ['schedules', 'scheduled transfers'],
  ['fundings', 'deposits or withdrawals under way'],
];

/** what a pay-out settles too: they end with the account, and nobody's money is in them */
const PROMISES = new Set<keyof Holdings>(['requestsToPay', 'requestsMade', 'schedules']);

/**
 * Refuses to close an account that somebody still has something in, for it would be out of reach. Who pays out ends their
 * requests and plans with it. Throws CONFLICT with one error for each thing that is there.
 */
export function requireNothingLeft(holdings: Holdings, { paysOut }: { paysOut: boolean }): void {
  const counted = COUNTED.filter(([path]) => holdings[path] > 0 && !(paysOut && PROMISES.has(path)));
  const errors = [
    ...holdings.balances.map(({ currency, posted, held }) => ({
      path: 'balances',
      message: `${posted} ${currency} in minor units, ${held} of it held`,
    })),
    ...counted.map(([path, what]) => ({ path, message: `${holdings[path]} ${what}` })),
  ];
  if (errors.length === 0) return;
  const left = errors.map(({ message }) => message).join('; ');
  throw new FlorinError('CONFLICT', `There is something left in the account: ${left}`, { errors });
}
