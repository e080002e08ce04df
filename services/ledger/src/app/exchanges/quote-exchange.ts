import { invalidField } from '@florin/errors';
import { QUOTE_SECONDS, convert, convertTo, showRate, type Quote } from '../../domain/exchange.ts';
import type { Deps } from '../index.ts';

export interface QuoteExchange {
  callerId: string;
  from: string;
  to: string;
  /** minor units of `from`, or of `to` what is to arrive */
  sum: { amount: bigint } | { toAmount: bigint };
}

/** A rate kept for the caller for a minute. Throws INVALID_ARGUMENT for one currency, an unknown one, too little. */
export async function quoteExchange(
  { quotes, rates, clock, newId }: Pick<Deps, 'quotes' | 'rates' | 'clock' | 'newId'>,
  { callerId, from, to, sum }: QuoteExchange,
): Promise<Quote> {
  if (from === to) throw invalidField('to', 'must be another currency');
  const rate = await rates.rate(from, to);
  const now = clock();
  const quote: Quote = {
    id: newId(),
    ownerId: callerId,
    fromCurrency: from,
    toCurrency: to,
    ...('amount' in sum ? convert(sum.amount, { from, to }, rate) : convertTo(sum.toAmount, { from, to }, rate)),
    rate: showRate(rate),
    createdAt: now,
    expiresAt: new Date(now.getTime() + QUOTE_SECONDS * 1000),
    transferId: null,
  };
  await quotes.add(quote);
  return quote;
}
