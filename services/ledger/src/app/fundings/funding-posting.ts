import type { Funding } from '../../domain/funding.ts';
import type { Posting } from '../../domain/posting/posting.ts';

/** The posting by which a deposit or withdrawal moves its money. */
export function fundingPosting(funding: Funding, fromAccountId: string, toAccountId: string): Posting {
  const { direction: kind, amount, currency, id: reference } = funding;
  return { kind, amount, currency, fromAccountId, toAccountId, note: '', visibility: 'private', reference };
}
