import { notFound } from '@florin/errors';
import { exchangeLegs, requireUsable, type ExchangeAccounts, type Quote } from '../../domain/exchange.ts';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { Deps } from '../index.ts';
import type { Once } from '../ports.ts';

/**
 * Exchanges between the caller's own main accounts at a quote, once. Throws NOT_FOUND for another's quote, CONFLICT for
 * one that was used or has expired, INSUFFICIENT_FUNDS, ACCOUNT_FROZEN.
 */
export async function exchangeMoney(
  deps: Deps,
  { callerId, quoteId, key }: { callerId: string; quoteId: string; key: string | undefined },
): Promise<Once<Quote>> {
  const ownKey = keyOf(callerId, key, ['exchange', quoteId]);
  const first = await deps.transact.replay<Quote>(ownKey);
  if (first) return first;
  const seen = await deps.quotes.find(quoteId);
  if (seen?.ownerId !== callerId) throw notFound('quote');
  const accounts = await findAccounts(deps, seen);
  return deps.transact.once(ownKey, async (tx) => {
    const quote = requireUsable(await deps.quotes.lock(tx, quoteId), tx.now);
    const [transfer] = await tx.post({
      kind: 'exchange',
      amount: quote.fromAmount,
      currency: quote.fromCurrency,
      fromAccountId: accounts.ownFrom,
      toAccountId: accounts.ownTo,
      legs: exchangeLegs(quote, accounts),
      note: '',
      visibility: 'private',
      reference: quote.id,
    });
    if (!transfer) throw new Error('nothing was posted');
    await deps.quotes.use(tx, quote.id, transfer.id);
    return { ...quote, transferId: transfer.id };
  });
}

async function findAccounts(
  { directory }: Pick<Deps, 'directory'>,
  { ownerId, fromCurrency, toCurrency, fromAmount: amount }: Quote,
): Promise<ExchangeAccounts> {
  const ownFrom = await directory.payerAccount(ownerId, fromCurrency, amount);
  const ownTo = await directory.ownAccount(ownerId, toCurrency, { payer: ownFrom, amount });
  const [houseFrom, houseTo, rounding] = await Promise.all([
    directory.system('exchange', fromCurrency, ownFrom.id),
    directory.system('exchange', toCurrency, ownTo.id),
    directory.system('rounding', toCurrency, ownTo.id),
  ]);
  return {
    ownFrom: ownFrom.id,
    ownTo: ownTo.id,
    houseFrom: houseFrom.id,
    houseTo: houseTo.id,
    rounding: rounding.id,
  };
}
