import { FlorinError } from '@florin/errors';
import type { Funding, FundingResult } from '../../domain/funding.ts';
import type { Deps } from '../index.ts';
import { settleFunding } from './settle-funding.ts';

export interface FundingCallback {
  id: string;
  result: FundingResult;
  signature: string;
}

/** Takes a provider's callback once its signature is checked. Throws UNAUTHENTICATED, NOT_FOUND. */
export async function takeCallback(deps: Deps, { id, result, signature }: FundingCallback): Promise<Funding> {
  if (!deps.isSigned(id, result.status, signature)) throw new FlorinError('UNAUTHENTICATED', 'The signature is wrong');
  return settleFunding(deps, { id, result });
}
