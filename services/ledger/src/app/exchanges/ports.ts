import type { Quote, Rate } from '../../domain/exchange.ts';
import type { Tx } from '../ports.ts';

export interface QuoteStore {
  add(quote: Quote): Promise<void>;
  lock(tx: Tx, id: string): Promise<Quote | undefined>;
  use(tx: Tx, id: string, transferId: string): Promise<void>;
  find(id: string): Promise<Quote | undefined>;
}

/** Where rates come from. */
export interface RateProvider {
  /** Throws INVALID_ARGUMENT naming `from` or `to` for a currency it does not know. */
  rate(from: string, to: string): Promise<Rate>;
  /** Major units of a currency that count as one in the default limits, which are told for a dollar, a euro or a pound. */
  limitScale(currency: string): bigint;
}
