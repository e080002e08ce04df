/** What a person still has in the ledger. */
export interface Holdings {
  /** main accounts with money, in minor units */
  balances: { currency: string; posted: bigint; held: bigint }[];
  holdsPlaced: number;
  holdsReceived: number;
  /** payment requests the person is asked by, and those the person made */
  requestsToPay: number;
  requestsMade: number;
  schedules: number;
  /** deposits and withdrawals under way */
  fundings: number;
}

/** Asks the ledger; throws UNAVAILABLE while it does not reply. */
export type ReadHoldings = (userId: string) => Promise<Holdings>;
