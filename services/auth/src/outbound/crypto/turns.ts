export interface TurnOptions {
  concurrency: number;
  queue: number;
  refuse: () => Error;
}

/** Runs work with at most `concurrency` at once; at most `queue` wait, in order, and more are refused at once. */
export function createTurns({ concurrency, queue, refuse }: TurnOptions): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= concurrency) {
      if (waiting.length >= queue) throw refuse();
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
