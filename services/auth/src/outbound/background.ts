import type { Logger } from '@florin/service-kit';
import type { Background } from '../app/ports.ts';

const MAX_UNDER_WAY = 1_000;

/**
 * Work after the reply: what must not show in the reply's time, so that a known account answers as fast as an unknown
 * one. Beyond a thousand under way new work is dropped and logged.
 */
export function createBackground(logger: Logger): Background {
  const underWay = new Set<Promise<unknown>>();
  return {
    run: (what, work) => {
      if (underWay.size >= MAX_UNDER_WAY) {
        logger.error({ what }, 'too much background work, dropped');
        return;
      }
      const running = Promise.resolve()
        .then(work)
        .catch((error: unknown) => {
          logger.error({ err: error, what }, 'background work failed');
        })
        .finally(() => underWay.delete(running));
      underWay.add(running);
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
