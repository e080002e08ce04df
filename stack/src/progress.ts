/** Prints what is starting and how long it took, a line each, for the person at the terminal. */
export interface Progress {
  /** Runs one step and prints its line when it is done, e.g. `  PostgreSQL 18          0.8 s  /data/postgres`. */
  step<T>(name: string, work: () => Promise<T>, detail?: (result: T) => string): Promise<T>;
  say(line: string): void;
}

export function createProgress(out: NodeJS.WritableStream): Progress {
  const say = (line: string) => {
    out.write(`${line}\n`);
  };
  return {
    say,
    step: async (name, work, detail = () => '') => {
      const started = performance.now();
      const result = await work();
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      say(`  ${name.padEnd(22)} ${seconds.padStart(4)} s  ${detail(result)}`.trimEnd());
      return result;
    },
  };
}
