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

export interface Engine {
  /** Keeps `outstanding` single transfers under way for `seconds`, each with its own random idempotency key. */
  run(pick: Pick, load: { seconds: number; outstanding: number }): Promise<EngineResult>;
  close(): Promise<void>;
}

/** The engine in this process, with connections of its own. */
export function startEngine(url: string, lanes: number): Engine {
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
  const run: Engine['run'] = async (pick, { seconds, outstanding }) => {
    const started = performance.now();
    const until = started + seconds * 1000;
    const result = { accepted: 0, durable: 0, refused: 0 };
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
    return { ...result, perSecond: result.durable / ((until - started) / 1000) };
  };
  return { run, close: () => pool.end() };
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
