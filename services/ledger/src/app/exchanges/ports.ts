import type { Quote, Rate } from '../../domain/exchange.ts';
import type { Page, Tx } from '../ports.ts';

export interface QuoteStore {
  add(quote: Quote): Promise<void>;
  lock(tx: Tx, id: string): Promise<Quote | undefined>;
  use(tx: Tx, id: string, transferId: string): Promise<void>;
  find(id: string): Promise<Quote | undefined>;
  /** Those by which money was exchanged, newest first. */
  listUsed(query: Page & { ownerId: string }): Promise<Quote[]>;
  /** Those used by the transfers, by the ids of these. */
  ofTransfers(transferIds: readonly string[]): Promise<ReadonlyMap<string, Quote>>;
}

/** Where rates come from. */
export interface RateProvider {
  /** Of a day (default: now), or the last one before it. Throws INVALID_ARGUMENT naming `from` or `to` for a currency it does not know. */
  rate(from: string, to: string, day?: string): Promise<Rate>;
  /** The last rate known, at once: for the default limits of a currency. Throws as `rate`. */
  rateNow: (from: string, to: string) => Rate;
}
