import type { IntegrityStore } from '../ports.ts';
import type { ChainOptions } from './verify-chain.ts';
import { verifyChain } from './verify-chain.ts';

export interface Breach {
  law: string;
  what: string;
  detail: string;
}

/** Hears of a law that holds. */
export type OnChecked = (law: string, detail: string) => void;

/**
 * Recomputes everything: balances, zero sums, sequences, holds, points, what transfers say and the chain of blocks.
 * Answers the first difference, null when there is none. `onChecked` hears of each law that holds.
 */
export function createVerify(store: IntegrityStore) {
  return async (onChecked: OnChecked = () => undefined, options: ChainOptions = {}): Promise<Breach | null> => {
    for (const law of store.laws) {
      const [first] = await store.breaches(law);
      if (first) return { law, ...first };
      onChecked(law, '');
    }
    return verifyChain(store, onChecked, options);
  };
}
