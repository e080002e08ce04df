export interface LimitOptions {
  /** pieces of work that wait for a free place, in order; more are refused with `refuse()`. Default no limit */
  queue?: number;
  /** makes the error for work that finds the queue full */
  refuse?: () => Error;
}

export interface Limit {
  /** Runs the work when a place is free, and returns what it returns. Throws `refuse()` when the queue is full. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves once nothing runs and nothing waits. */
  idle(): Promise<void>;
}

/** Lets at most `maximum` pieces of work run at once; the others wait in order. */
export function createLimit(maximum: number, options: LimitOptions = {}): Limit {
  const { queue = Number.POSITIVE_INFINITY, refuse = () => new Error('too much work is waiting') } = options;
  const waiting: (() => void)[] = [];
  const watchers: (() => void)[] = [];
  let running = 0;
  return {
    async run(work) {
      if (running < maximum) running += 1;
      else if (waiting.length >= queue) throw refuse();
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        // a place is handed on, so that newcomers can't overtake those who wait
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
        if (running === 0) for (const tell of watchers.splice(0)) tell();
      }
    },
    async idle() {
      if (running > 0) await new Promise<void>((resolve) => watchers.push(resolve));
    },
  };
}
