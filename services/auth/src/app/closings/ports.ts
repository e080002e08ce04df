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

type Person = { userId: string } | { username: string } | { email: string } | { mobile: string };

/** Where the money goes: to another person, or outside by one of the provider's methods. */
export type PayOut = { to: Person } | { withdrawal: { method?: string | undefined } };

/** Closing an account at the ledger. Throws UNAVAILABLE while it does not reply. */
export interface LedgerClosing {
  /**
   * Pays out what is there, if asked to, stops every posting of the person and tells what is left. Throws what the payment is
   * refused with, such as NOT_FOUND naming `to`, LIMIT_EXCEEDED.
   */
  begin(userId: string, payOut: PayOut | undefined): Promise<Holdings>;
  /** The account stays: the ledger opens it again. */
  abandon(userId: string): Promise<void>;
}
