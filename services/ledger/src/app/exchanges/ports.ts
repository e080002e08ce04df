import type { EuroRate } from '../../domain/ecb-rates.ts';
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
  /** Throws INVALID_ARGUMENT naming `from` or `to` for a currency it does not know. */
  rate(from: string, to: string): Promise<Rate>;
  /** The last rate known, at once: for the default limits of a currency. Throws as `rate`. */
  rateNow: (from: string, to: string) => Rate;
}

/** What a euro was in a currency on a day, or on the last day before it that has a rate. */
export interface RateOfDay extends Omit<EuroRate, 'day'> {
  /** the day that was asked for */
  asked: string;
}

/** Rates by day, which an operator brought. */
export interface DatedRateStore {
  /** Adds rates, and puts those of the same day right; all or none. */
  add(rates: readonly EuroRate[]): Promise<void>;
  isEmpty(): Promise<boolean>;
  /** Of each currency on each day, or up to `daysBefore` days before it; without those that there are none of. */
  ofDays(currencies: readonly string[], days: readonly string[], daysBefore: number): Promise<RateOfDay[]>;
}
