import type { Deps } from '../index.ts';
import type { Breach, VerifyOptions } from './ports.ts';
import { verifyChain } from './verify-chain.ts';

/**
 * Recomputes everything: balances, zero sums, sequences, holds, points, what transfers say and the chain of blocks.
 * Returns the first difference, null when there is none.
 */
export async function verifyLedger(deps: Pick<Deps, 'integrity'>, options: VerifyOptions = {}): Promise<Breach | null> {
  for (const law of deps.integrity.laws) {
    const [first] = await deps.integrity.breaches(law);
    if (first) return { law, ...first };
    options.onChecked?.(law, '');
  }
  return verifyChain(deps.integrity, options);
}
