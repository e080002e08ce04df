import type { Logger } from '@florin/service-kit';
import { createJob } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';

/** What happens by the passing of time. `delivery` is nudged when a message was queued; the poll finds those due for another try. */
export function createJobs({ deliverMessage }: UseCases, logger: Logger) {
  const delivery = { name: 'delivery', everyMs: 1_000, atOnce: true, parallel: 4, run: deliverMessage };
  return { delivery: createJob(delivery, logger) };
}
