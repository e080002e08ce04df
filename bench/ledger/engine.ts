import { randomBytes, randomUUID } from 'node:crypto';
import { runInContext, systemClock } from '@florin/service-kit';
import type { Posting } from '../../services/ledger/src/domain/posting/posting.ts';
import { idempotencyKey } from '../../services/ledger/src/domain/posting/idempotency.ts';
import { createPoster } from '../../services/ledger/src/app/posting/poster.ts';
import { createBuiltInRates } from '../../services/ledger/src/outbound/built-in-rates.ts';
import { createDefaultLimits, createWorth } from '../../services/ledger/src/domain/posting/limits.ts';
import { openBatchPool } from '../../services/ledger/src/outbound/postgres/engine/pool.ts';
import { createPostBatch } from '../../services/ledger/src/outbound/postgres/engine/post-batch.ts';

const defaultLimits = createDefaultLimits(
  { currency: 'USD', single: 10_000n, day: 25_000n, month: 100_000n },
  createBuiltInRates().rateNow,
);

/** Picks the accounts of the next transfer. */
export type Pick = () => [from: string, to: string];

export interface EngineResult {
  /** handed to the engine in the time */
  accepted: number;
  /** committed in the time */
  durable: number;
  refused: number;
  perSecond: number;
}

/** Keeps `outstanding` single transfers under way for `seconds`, each with its own random idempotency key. */
export async function runEngine(
  url: string,
  pick: Pick,
  { seconds, outstanding, lanes }: { seconds: number; outstanding: number; lanes: number },
): Promise<EngineResult> {
  const pool = openBatchPool(url, lanes);
  const poster = createPoster({
    postBatch: createPostBatch(pool, {
      clock: systemClock,
      defaultLimits,
      worth: createWorth(createBuiltInRates().rateNow),
      newIdTail: () => randomBytes(6).toString('hex'),
    }),
    clock: systemClock,
    lanes,
  });
  const until = performance.now() + seconds * 1000;
  const result = { accepted: 0, durable: 0, refused: 0 };
  const started = performance.now();
  const one = async () => {
    while (performance.now() < until) {
      result.accepted += 1;
      const posting = transfer(pick());
      const context = { requestId: posting.idempotency.id, traceparent: '' };
      const [outcome] = await runInContext(context, () => poster.post([posting]));
      if (outcome?.status === 'posted') result.durable += performance.now() < until ? 1 : 0;
      else result.refused += 1;
    }
  };
  await Promise.all(Array.from({ length: outstanding }, one));
  await pool.end();
  return { ...result, perSecond: result.durable / ((until - started) / 1000) };
}

function transfer([fromAccountId, toAccountId]: [string, string]) {
  const key = randomUUID();
  return {
    kind: 'peer',
    amount: 100n,
    currency: 'USD',
    fromAccountId,
    toAccountId,
    note: 'bench',
    visibility: 'private',
    reference: null,
    idempotency: idempotencyKey('bench', key, `${fromAccountId}${toAccountId}`),
  } satisfies Posting;
}
