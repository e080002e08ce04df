import type { Logger } from '@florin/service-kit';
import type { UseCases } from '../app/index.ts';

const EVERY_MS = 10_000;

/** Goes on with stalled spins now and every 10 s, one round at a time; answers how to stop. */
export function startResuming({ wheel }: UseCases, logger: Logger): () => Promise<void> {
  let round: Promise<unknown> = Promise.resolve();
  let busy = false;
  const turn = () => {
    if (busy) return;
    busy = true;
    round = wheel
      .resume()
      .catch((error: unknown) => {
        logger.error({ err: error }, 'resuming spins failed');
      })
      .finally(() => {
        busy = false;
      });
  };
  turn();
  const timer = setInterval(turn, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await round;
  };
}
