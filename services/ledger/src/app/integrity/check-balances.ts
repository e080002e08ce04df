import type { Block } from '../../domain/block.ts';
import type { Deps } from '../index.ts';
import type { IntegrityStore } from './ports.ts';

export interface BalanceCheck {
  healthy: boolean;
  totals: Awaited<ReturnType<IntegrityStore['totals']>>;
  block: Block | null;
}

/** What can be said of the books at once; `npm run verify` recomputes all of them. */
export async function checkBalances({ integrity }: Pick<Deps, 'integrity'>): Promise<BalanceCheck> {
  const [totals, block] = await Promise.all([integrity.totals(), integrity.lastBlock()]);
  const healthy = totals.every(({ sum, negative }) => sum === 0n && negative === 0);
  return { healthy, totals, block };
}
