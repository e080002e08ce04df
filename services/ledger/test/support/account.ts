import type { Account, DefaultLimits } from '../../src/domain/posting/account.ts';
import type { BookSettings } from '../../src/domain/posting/decide.ts';
import { createBuiltInRates } from '../../src/outbound/built-in-rates.ts';
import { createDefaultLimits, createWorth } from '../../src/domain/posting/limits.ts';

/** A wallet of a person with nothing in it. */
export function account(more: Partial<Account> = {}): Account {
  const spending = { day: null, dayCount: 0, daySum: 0n, monthCount: 0, monthSum: 0n };
  return {
    id: '01900000-0000-7000-8000-000000000001',
    ownerId: '01900000-0000-7000-8000-00000000000a',
    currency: 'USD',
    kind: 'wallet',
    countsAt: null,
    status: 'open',
    creditLimit: 0n,
    posted: 0n,
    held: 0n,
    sequence: 0n,
    lastTransferId: null,
    limits: null,
    spending,
    ...more,
  };
}

export const defaultLimits: DefaultLimits = createDefaultLimits(
  { currency: 'USD', single: 10_000n, day: 25_000n, month: 100_000n },
  createBuiltInRates().rateNow,
);
export const worth = createWorth(createBuiltInRates().rateNow);
export const bookSettings: BookSettings = { defaultLimits, worth, idTail: 'ffffffffffff' };
