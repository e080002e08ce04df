import type { Funding, FundingDirection } from '../../domain/funding.ts';
import type { Deps } from '../index.ts';
import type { Page } from '../ports.ts';

/** Deposits or withdrawals of a user, newest first. */
export function listFundings(
  { fundings }: Pick<Deps, 'fundings'>,
  query: Page & { ownerId: string; direction: FundingDirection; reference: string | undefined },
): Promise<Funding[]> {
  return fundings.list(query);
}
