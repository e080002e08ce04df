import type { Job } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import type { BalanceCheck } from '../../app/integrity/check-balances.ts';

/** What happens by the passing of time. Each run does a bounded piece; several processes may do so at once. */
export function createJobs(useCases: UseCases, tellBooks: (books: BalanceCheck) => void): Job[] {
  return [
    { name: 'scheduled transfers', everyMs: 1_000, maximum: 100, run: useCases.runSchedules },
    { name: 'lapsed holds', everyMs: 5_000, maximum: 100, run: useCases.lapseHolds },
    { name: 'expired payment requests', everyMs: 10_000, maximum: 500, run: useCases.expireRequests },
    { name: 'lapsed points', everyMs: 10_000, maximum: 100, run: useCases.lapsePoints },
    { name: 'pending fundings', everyMs: 10_000, maximum: 50, run: useCases.pollFundings },
    { name: 'lost closings', everyMs: 30_000, maximum: 100, run: useCases.endLostClosings },
    { name: 'sealed blocks', everyMs: 1_000, maximum: 100, run: useCases.sealBlocks },
    {
      name: 'look at the books',
      everyMs: 600_000,
      atOnce: true,
      run: async () => {
        tellBooks(await useCases.checkBalances());
      },
    },
  ];
}
