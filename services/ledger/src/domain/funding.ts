export type FundingDirection = 'deposit' | 'withdrawal';

/** A deposit or withdrawal. Amounts are minor units. */
export interface Funding {
  id: string;
  direction: FundingDirection;
  ownerId: string;
  accountId: string;
  amount: bigint;
  currency: string;
  /** how the provider is to move the money, in the provider's own words */
  method: string;
  status: 'pending' | 'succeeded' | 'failed';
  failure: string | null;
  /** the transfer that moved it; a failed withdrawal's was reversed */
  transferId: string | null;
  createdAt: Date;
}

/** What a provider says about a funding; `failed` says why. */
export type FundingResult = { status: 'pending' } | { status: 'succeeded' } | { status: 'failed'; reason: string };
