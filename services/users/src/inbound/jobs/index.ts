import type { Job } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';

/** What happens by the passing of time. */
export function createJobs({ resumeSpins }: UseCases): Job[] {
  return [{ name: 'stalled spins', everyMs: 10_000, atOnce: true, maximum: 50, run: resumeSpins }];
}
