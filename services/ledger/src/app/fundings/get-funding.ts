import { notFound } from '@florin/errors';
import type { Funding, FundingDirection } from '../../domain/funding.ts';
import type { Deps } from '../index.ts';

/** A deposit or withdrawal of the user. NOT_FOUND for another's. */
export async function getFunding(
  { fundings }: Pick<Deps, 'fundings'>,
  { ownerId, direction, id }: { ownerId: string; direction: FundingDirection; id: string },
): Promise<Funding> {
  const funding = await fundings.find(id, ownerId, direction);
  if (!funding) throw notFound(direction);
  return funding;
}
