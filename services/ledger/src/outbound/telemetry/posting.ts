import type { FlorinError } from '@florin/errors';
import { ended, inSpan, openSpan, runInContext, SECONDS, type Metrics } from '@florin/service-kit';
import { Counter, Gauge, Histogram } from 'prom-client';
import type { BalanceCheck } from '../../app/integrity/check-balances.ts';
import type { IntegrityStore } from '../../app/integrity/ports.ts';
import type { Group, PostBatch, Poster } from '../../app/posting/ports.ts';
import type { PosterOptions } from '../../app/posting/poster.ts';
import type { Outcome, Transfer } from '../../domain/posting/posting.ts';

const BATCH_SIZES = [1, 2, 5, 10, 20, 50, 100, 200, 500];
/** of one batch; it may have hundreds of postings */
const MAX_LINKS = 32;

/** What the ledger tells of its money. A batch is measured as one, so that a posting costs next to nothing. */
export function watchPosting({ registry }: Metrics) {
  const registers = [registry];
  const transfers = new Counter({
    name: 'florin_ledger_transfers_total',
    help: 'Transfers posted, by kind',
    labelNames: ['kind'],
    registers,
  });
  const refusals = new Counter({
    name: 'florin_ledger_refusals_total',
    help: 'Postings refused, by the code of the refusal',
    labelNames: ['code'],
    registers,
  });
  const sizes = new Histogram({
    name: 'florin_ledger_batch_postings',
    help: 'Postings of a batch',
    buckets: BATCH_SIZES,
    registers,
  });
  const waits = new Histogram({
    name: 'florin_ledger_batch_wait_seconds',
    help: 'How long the first posting of a batch has waited when the batch goes out',
    buckets: SECONDS,
    registers,
  });
  const seconds = new Histogram({
    name: 'florin_ledger_batch_duration_seconds',
    help: 'Time to post a batch, its tries included',
    buckets: SECONDS,
    registers,
  });
  const countRefused = ({ code }: FlorinError): void => refusals.inc({ code });
  const countPosted = (posted: readonly Transfer[]): void => {
    for (const [kind, each] of Map.groupBy(posted, (transfer) => transfer.kind)) transfers.inc({ kind }, each.length);
  };
  const countOutcomes = (outcomes: readonly Outcome[]): void => {
    countPosted(outcomes.flatMap((outcome) => (outcome.status === 'posted' ? [outcome.transfer] : [])));
    for (const outcome of outcomes) if (outcome.status === 'refused') countRefused(outcome.error);
  };
  return {
    countPosted,
    countRefused,
    /** what a poster is told of, and does, beside its batches */
    batches: (postBatch: PostBatch): Pick<PosterOptions, 'postBatch' | 'onBatch'> => ({
      postBatch: async (groups) => {
        const started = performance.now();
        const outcomes = await traced(postBatch, groups);
        seconds.observe((performance.now() - started) / 1000);
        countOutcomes(outcomes.flat());
        return outcomes;
      },
      onBatch: (postings, waitedMs) => {
        sizes.observe(postings);
        waits.observe(waitedMs / 1000);
      },
    }),
  };
}

/** A batch is shown in the trace of its first posting, and linked with those of the others. */
function traced(postBatch: PostBatch, groups: readonly Group[]): Promise<Outcome[][]> {
  const [first, ...others] = groups.flatMap(({ trace }) => trace ?? []);
  if (!first) return postBatch(groups);
  const links = others.slice(0, MAX_LINKS).flatMap(({ traceparent }) => traceparent ?? []);
  const parent = first.traceparent ?? undefined;
  const span = openSpan('ledger', 'post batch', { kind: 'internal', parent, links });
  if (!span) return postBatch(groups);
  const context = { requestId: first.correlationId, traceparent: span.traceparent, span };
  return ended(span, () => runInContext(context, () => postBatch(groups)));
}

/** A poster whose work is a span of the request that asks for it. */
export function tracedPoster(poster: Poster): Poster {
  return {
    ...poster,
    post: (postings, options) => inSpan('post', { kind: 'internal' }, () => poster.post(postings, options)),
  };
}

/** Shows what the last look at the books found, and for how long a transfer has waited to be sealed. */
export function watchBooks({ registry }: Metrics, integrity: Pick<IntegrityStore, 'oldestUnsealed'>) {
  const registers = [registry];
  const breaches = new Gauge({
    name: 'florin_ledger_integrity_breaches',
    help: 'Currencies that do not sum to zero and accounts below their credit limit, at the last look',
    registers,
  });
  const looked = new Gauge({
    name: 'florin_ledger_balance_check_timestamp_seconds',
    help: 'When the books were last looked at',
    registers,
  });
  new Gauge({
    name: 'florin_ledger_unsealed_seconds',
    help: 'For how long the first transfer that no block seals has been posted; 0 when all are sealed',
    registers,
    async collect() {
      this.remove();
      const since = await integrity.oldestUnsealed().catch(() => undefined);
      if (since !== undefined) this.set(since === null ? 0 : (Date.now() - since.getTime()) / 1000);
    },
  });
  return {
    tell: ({ totals }: BalanceCheck): void => {
      breaches.set(totals.reduce((sum, total) => sum + Number(total.sum !== 0n) + total.negative, 0));
      looked.setToCurrentTime();
    },
  };
}
