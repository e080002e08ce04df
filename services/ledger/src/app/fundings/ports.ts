import type { Funding, FundingDirection, FundingResult } from '../../domain/funding.ts';
import type { Page, Tx } from '../ports.ts';

export interface FundingStore {
  add(tx: Tx, funding: Funding): Promise<void>;
  lock(tx: Tx, id: string): Promise<Funding | undefined>;
  settle(tx: Tx, funding: Funding): Promise<void>;
  /** Whether a deposit or withdrawal of the account is under way. */
  hasPending(tx: Tx, accountId: string): Promise<boolean>;
  get(id: string): Promise<Funding | undefined>;
  find(id: string, ownerId: string, direction: FundingDirection): Promise<Funding | undefined>;
  /** Newest first. */
  list(
    query: Page & { ownerId: string; direction: FundingDirection; reference: string | undefined },
  ): Promise<Funding[]>;
  /**
   * Pending ones made and last asked about before an instant, longest ago first; marks them as asked about `now`, so that
   * processes share the work and none is looked at twice before all were.
   */
  takePending(before: Date, now: Date, limit: number): Promise<Funding[]>;
}

/** Moves money outside. */
export interface FundingProvider {
  /** the ways it knows; the first is taken when nobody names one */
  methods: readonly [string, ...string[]];
  /**
   * Starts a funding, or tells how it stands when it was started before: asked again for one whose callback never came,
   * or whose start nobody lived to see. Its id is the provider's idempotency key.
   */
  start(funding: Funding): Promise<FundingResult>;
}
