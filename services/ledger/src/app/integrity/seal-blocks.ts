import { BLOCK_TRANSFERS, makeBlock } from '../../domain/block.ts';
import { lowestIdAt } from '../../domain/posting/transfer-id.ts';
import type { Deps } from '../index.ts';

type Needs = Pick<Deps, 'integrity' | 'clock'>;

/** A transaction posts at the time it began; one that takes longer than this is refused at the horizon and tried again. */
const SETTLED_MS = 120_000;

/**
 * Seals settled transfers into hash-chained blocks, at most `limit` blocks; returns how many. Nothing is sealed before
 * the horizon keeps new transfers out and every transaction that may not have seen it has ended.
 */
export async function sealBlocks(deps: Needs, limit: number): Promise<number> {
  const { integrity, clock } = deps;
  const before = await sealBelow(deps, await integrity.settledHorizon(), limit);
  if (before === limit) return before;
  await integrity.raiseHorizon(lowestIdAt(new Date(clock().getTime() - SETTLED_MS)));
  return before + (await sealBelow(deps, await integrity.settledHorizon(), limit - before));
}

async function sealBelow({ integrity, clock }: Needs, horizon: string | null, limit: number): Promise<number> {
  if (horizon === null) return 0;
  for (let sealed = 0; sealed < limit; sealed += 1) {
    const last = await integrity.lastBlock();
    const rows = await integrity.rows(last?.lastTransferId ?? null, horizon, BLOCK_TRANSFERS);
    if (rows.length === 0 || !(await integrity.addBlock(makeBlock(last, rows), clock()))) return sealed;
  }
  return limit;
}
