import type { Clock } from '@florin/service-kit';
import { BLOCK_TRANSFERS, makeBlock } from '../../domain/block.ts';
import { lowestIdAt } from '../../domain/posting/transfer-id.ts';
import type { IntegrityStore } from '../ports.ts';

/** A transaction posts at the time it began; one that takes longer than this is refused at the horizon and tried again. */
const SETTLED_MS = 120_000;

/**
 * Seals settled transfers into hash-chained blocks, at most `limit` blocks; answers how many. Nothing is sealed before
 * the horizon keeps new transfers out and every transaction that may not have seen it has ended.
 */
export function createSealBlocks(store: IntegrityStore, clock: Clock) {
  const sealBelow = async (horizon: string | null, limit: number): Promise<number> => {
    if (horizon === null) return 0;
    for (let sealed = 0; sealed < limit; sealed += 1) {
      const last = await store.lastBlock();
      const rows = await store.rows(last?.lastTransferId ?? null, horizon, BLOCK_TRANSFERS);
      if (rows.length === 0 || !(await store.addBlock(makeBlock(last, rows), clock()))) return sealed;
    }
    return limit;
  };
  return async (limit: number): Promise<number> => {
    const before = await sealBelow(await store.settledHorizon(), limit);
    if (before === limit) return before;
    await store.raiseHorizon(lowestIdAt(new Date(clock().getTime() - SETTLED_MS)));
    return before + (await sealBelow(await store.settledHorizon(), limit - before));
  };
}
