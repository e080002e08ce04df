import { FlorinError, notFound } from '@florin/errors';
import type { Clock } from '@florin/service-kit';
import type { Funding, FundingDirection, FundingResult } from '../../domain/funding.ts';
import { eachAlone } from '../each-alone.ts';
import type { FundingProvider, FundingStore, TransferPage } from '../ports.ts';
import type { createSettleFunding } from './fund.ts';

type Settle = ReturnType<typeof createSettleFunding>;

/** Takes a provider's callback once its signature is checked. Throws UNAUTHENTICATED, NOT_FOUND. */
export function createFundingCallback(
  settle: Settle,
  isSigned: (fundingId: string, status: string, signature: string) => boolean,
) {
  return (fundingId: string, result: FundingResult, signature: string): Promise<Funding> => {
    if (!isSigned(fundingId, result.status, signature))
      throw new FlorinError('UNAUTHENTICATED', 'The signature is wrong');
    return settle(fundingId, result);
  };
}

const WAIT_MS = 30_000;

/** Asks the provider about fundings whose callback has not come, at most `limit`; answers how many it looked at. */
export function createPollFundings(
  { fundings, provider, clock }: { fundings: FundingStore; provider: FundingProvider | null; clock: Clock },
  settle: Settle,
) {
  return async (limit: number): Promise<number> => {
    if (!provider) return 0;
    const now = clock();
    const pending = await fundings.takePending(new Date(now.getTime() - WAIT_MS), now, limit);
    await eachAlone(pending, async (funding) => settle(funding.id, await provider.start(funding)));
    return pending.length;
  };
}

/** Deposits or withdrawals of a user, newest first. */
export function createListFundings(fundings: FundingStore) {
  return (ownerId: string, direction: FundingDirection, page: TransferPage): Promise<Funding[]> =>
    fundings.list({ ownerId, direction, ...page });
}

/** One of them. NOT_FOUND for another's. */
export function createGetFunding(fundings: FundingStore) {
  return async (ownerId: string, direction: FundingDirection, id: string): Promise<Funding> => {
    const funding = await fundings.find(id, ownerId, direction);
    if (!funding) throw notFound(direction);
    return funding;
  };
}
