import type { FundingProvider } from '../app/fundings/ports.ts';
import type { Funding, FundingResult } from '../domain/funding.ts';

/**
 * A provider without a bank: `sandbox` succeeds at once, `sandbox-fail` fails at once, `sandbox-pending` waits for a
 * callback, `sandbox-twice` succeeds at once and calls back twice besides.
 */
export function createSandboxProvider(
  callback: (fundingId: string, result: FundingResult) => Promise<unknown>,
): FundingProvider {
  const resultOf = ({ method }: Funding): FundingResult => {
    if (method === 'sandbox-pending') return { status: 'pending' };
    return method === 'sandbox-fail'
      ? { status: 'failed', reason: 'The sandbox was asked to fail' }
      : { status: 'succeeded' };
  };
  return {
    methods: ['sandbox', 'sandbox-fail', 'sandbox-pending', 'sandbox-twice'],
    start: async (funding) => {
      const result = resultOf(funding);
      if (funding.method === 'sandbox-twice') {
        await Promise.all([callback(funding.id, result), callback(funding.id, result)]);
      }
      return result;
    },
  };
}
