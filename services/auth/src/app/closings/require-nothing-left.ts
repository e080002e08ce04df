import { FlorinError } from '@florin/errors';
import type { Deps } from '../index.ts';
import type { Holdings } from './ports.ts';

export type RequireNothingLeftNeeds = Pick<Deps, 'holdings'>;

const COUNTED: [Exclude<keyof Holdings, 'balances'>, string][] = [
  ['holdsPlaced', 'holds you placed'],
  ['holdsReceived', 'holds for you'],
  ['requestsToPay', 'payment requests to you'],
  ['requestsMade', 'payment requests of yours'],
  ['schedules', 'scheduled transfers'],
  ['fundings', 'deposits or withdrawals under way'],
];

/**
 * Refuses to close an account that somebody still has something in, for it would be out of reach. Throws CONFLICT with
 * one error for each thing that is there, UNAVAILABLE while the ledger does not reply.
 */
export async function requireNothingLeft(deps: RequireNothingLeftNeeds, userId: string): Promise<void> {
  const holdings = await deps.holdings(userId);
  const errors = [
    ...holdings.balances.map(({ currency, posted, held }) => ({
      path: 'balances',
      message: `${posted} ${currency} in minor units, ${held} of it held`,
    })),
    ...COUNTED.flatMap(([path, what]) => (holdings[path] > 0 ? [{ path, message: `${holdings[path]} ${what}` }] : [])),
  ];
  if (errors.length === 0) return;
  const left = errors.map(({ message }) => message).join('; ');
  throw new FlorinError('CONFLICT', `There is something left in the account: ${left}`, { errors });
}
