import { FlorinError, invalidField, notFound } from '@florin/errors';
import { currentContext, newId } from '@florin/service-kit';
import type { Clock } from '@florin/service-kit';
import type { Quote } from '../../domain/exchange.ts';
import { QUOTE_SECONDS, convert, exchangeLegs, showRate } from '../../domain/exchange.ts';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { Directory } from '../directory.ts';
import type { Once, QuoteStore, RateProvider, Transact } from '../ports.ts';

export interface ExchangeParts {
  directory: Directory;
  transact: Transact;
  quotes: QuoteStore;
  rates: RateProvider;
  clock: Clock;
}

export interface AskQuote {
  callerId: string;
  from: string;
  to: string;
  /** minor units of `from` */
  amount: bigint;
}

/** A rate kept for the caller for a minute. Throws INVALID_ARGUMENT for one currency, an unknown one, too little. */
export function createQuote({ quotes, rates, clock }: ExchangeParts) {
  return async ({ callerId, from, to, amount }: AskQuote): Promise<Quote> => {
    if (from === to) throw invalidField('to', 'must be another currency');
    const rate = await rates.rate(from, to);
    const now = clock();
    const quote: Quote = {
      id: newId(),
      ownerId: callerId,
      fromCurrency: from,
      toCurrency: to,
      fromAmount: amount,
      ...convert(amount, { from, to }, rate),
      rate: showRate(rate),
      createdAt: now,
      expiresAt: new Date(now.getTime() + QUOTE_SECONDS * 1000),
      transferId: null,
    };
    await quotes.add(quote);
    return quote;
  };
}

/**
 * Exchanges between the caller's own main accounts at a quote, once. Throws NOT_FOUND for another's quote, CONFLICT for
 * one that is used or over, INSUFFICIENT_FUNDS, ACCOUNT_FROZEN.
 */
export function createExchange({ directory, transact, quotes }: ExchangeParts) {
  return async (request: { callerId: string; quoteId: string; key: string | undefined }): Promise<Once<Quote>> => {
    const { callerId, quoteId, key } = request;
    const seen = await quotes.find(quoteId);
    if (seen?.ownerId !== callerId) throw notFound('quote');
    const { fromCurrency, toCurrency } = seen;
    const [ownFrom, ownTo] = await Promise.all([
      directory.ownAccount(callerId, fromCurrency),
      directory.ownAccount(callerId, toCurrency),
    ]);
    const [houseFrom, houseTo, rounding] = await Promise.all([
      directory.system('exchange', fromCurrency, ownFrom.id),
      directory.system('exchange', toCurrency, ownTo.id),
      directory.system('rounding', toCurrency, ownTo.id),
    ]);
    const accounts = {
      ownFrom: ownFrom.id, ownTo: ownTo.id, houseFrom: houseFrom.id, houseTo: houseTo.id, rounding: rounding.id,
    }; // prettier-ignore
    return transact.once(keyOf(callerId, key, JSON.stringify(['exchange', quoteId])), async (tx) => {
      const quote = await quotes.lock(tx, quoteId);
      if (!quote || quote.transferId !== null) throw new FlorinError('CONFLICT', 'The quote was used before');
      if (quote.expiresAt <= tx.now) throw new FlorinError('CONFLICT', 'The quote has expired: ask for a new one');
      const context = currentContext();
      const [transfer] = await tx.post({
        kind: 'exchange',
        amount: quote.fromAmount,
        currency: fromCurrency,
        fromAccountId: ownFrom.id,
        toAccountId: ownTo.id,
        legs: exchangeLegs(quote, accounts),
        note: '',
        visibility: 'private',
        reference: quote.id,
        correlationId: context?.requestId,
        traceparent: context?.traceparent,
      });
      if (!transfer) throw new Error('nothing was posted');
      await quotes.use(tx, quote.id, transfer.id);
      return { ...quote, transferId: transfer.id };
    });
  };
}
