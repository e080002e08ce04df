import { createJob, type Logger } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import type { Lane } from '../../domain/kinds.ts';

/**
 * What happens by the passing of time. Delivery is nudged when a message was queued; the poll finds those due for another
 * try. Codes and security notices have workers of their own, which no waiting bulk mail can take.
 */
export function createJobs({ deliverMessage, sendGathered }: UseCases, logger: Logger) {
  const deliver = (lane: Lane) =>
    createJob(
      { name: `${lane} delivery`, everyMs: 1_000, atOnce: true, parallel: 4, run: () => deliverMessage(lane) },
      logger,
    );
  const gathered = createJob(
    { name: 'gathered news', everyMs: 5_000, atOnce: true, run: () => sendGathered() },
    logger,
  );
  return { urgent: deliver('urgent'), bulk: deliver('bulk'), gathered };
}
