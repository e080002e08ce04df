import type { Clock } from '@florin/service-kit';
import { BLOCK_TRANSFERS, makeBlock } from '../../domain/block.ts';
import { lowestIdAt } from '../../domain/posting/transfer-id.ts';
import type { IntegrityStore } from '../ports.ts';

/** A transaction is cut after a minute at the latest (two time-outs of 30 s), so ids older than this are all there. */
const SETTLED_MS = 120_000;

/** Seals settled transfers into hash-chained blocks, at most `limit` blocks; answers how many. */
export function createSealBlocks(store: IntegrityStore, clock: Clock) {
  return async (limit: number): Promise<number> => {
    const horizon = lowestIdAt(new Date(clock().getTime() - SETTLED_MS));
    for (let sealed = 0; sealed < limit; sealed += 1) {
      const last = await store.lastBlock();
      const rows = await store.rows(last?.lastTransferId ?? null, horizon, BLOCK_TRANSFERS);
      if (rows.length === 0 || !(await store.addBlock(makeBlock(last, rows), clock()))) return sealed;
    }
    return limit;
  };
}
