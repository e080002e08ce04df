import type { UseCases } from '../../app/index.ts';

const HOUSEKEEPING_MS = 10 * 60_000;

export interface Job {
  name: string;
  everyMs: number;
  run(): Promise<void>;
}

/** What happens by the passing of time. */
export function createJobs(useCases: UseCases): Job[] {
  return [{ name: 'housekeeping', everyMs: HOUSEKEEPING_MS, run: () => useCases.housekeep() }];
}
