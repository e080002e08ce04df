import type { EventData } from '@florin/contracts';
import { deriveKey, newId, seal } from '@florin/service-kit';
import { TEST_SECRET } from '@florin/testing';
import type { ContactFacts } from '../../src/app/contacts/ports.ts';

export type KnownUser = ContactFacts & { terminated: boolean };

/** Seals as auth does. */
export function sealForNotify(plain: string, context: 'code' | 'link'): string {
  return seal(deriveKey(TEST_SECRET, 'code'), plain, context);
}

/** An issued code that lives five minutes. */
export function aCode(now: Date, code: string): EventData<'auth.code-issued.v1'> {
  return {
    userId: newId(),
    channel: 'email',
    to: `ann.${newId().slice(-8)}@example.com`,
    purpose: 'verify-email',
    sealedCode: sealForNotify(code, 'code'),
    expiresAt: new Date(now.getTime() + 5 * 60_000).toISOString(),
    locale: null,
  };
}

/** A user auth knows, with a confirmed address. */
export function aUser(over: Partial<KnownUser> = {}): KnownUser & { email: string } {
  const userId = newId();
  return {
    userId,
    name: 'Ann',
    mobile: '+9607771234',
    emailVerified: true,
    mobileVerified: true,
    at: new Date('2026-11-01T00:00:00.000Z'),
    terminated: false,
    ...over,
    email: over.email ?? `ann.${userId.slice(-8)}@example.com`,
  };
}

/** A transfer of 12.50 USD between two people, as its event tells it. */
export function aTransfer(from: string, to: string) {
  const accounts = { fromAccountId: newId(), toAccountId: newId() };
  const entry = { ownerId: from, currency: 'USD', balanceAfter: '0' };
  return {
    transferId: newId(),
    kind: 'peer' as const,
    amount: '1250',
    currency: 'USD',
    fromUserId: from,
    toUserId: to,
    ...accounts,
    note: 'lunch <b>& co</b>',
    visibility: 'private' as const,
    reference: null,
    entries: [
      { ...entry, accountId: accounts.fromAccountId, amount: '-1250' },
      { ...entry, accountId: accounts.toAccountId, amount: '1250' },
    ],
    postedAt: '2026-11-18T09:59:00.000Z',
  };
}
