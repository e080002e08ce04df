import { parseEvent } from '@florin/contracts';
import { account, bookSettings } from '../../../../test/support/account.ts';
import type { Account } from '../../../domain/posting/account.ts';
import { decide, openBook } from '../../../domain/posting/decide.ts';
import type { Posting } from '../../../domain/posting/posting.ts';
import { packEvents, unpackEvents } from './transfer-events.ts';

const NOW = new Date('2026-11-21T09:00:00.000Z');

const other = '01900000-0000-7000-8000-000000000002';
const posting = (more: Partial<Posting> = {}): Posting => ({
  kind: 'wallet',
  amount: 10n,
  currency: 'USD',
  fromAccountId: account().id,
  toAccountId: other,
  note: 'a "b" \\ c',
  visibility: 'private',
  reference: null,
  ...more,
});
const book = (from: Partial<Account>, to: Partial<Account> = {}) =>
  openBook(new Map([account(from), account({ id: other, ...to })].map((one) => [one.id, one])), NOW, bookSettings);

test('the event of what is accepted fits its schema', () => {
  for (const kind of ['wallet', 'reversal'] as const) {
    const asked = posting({ kind, reversesTransferId: kind === 'reversal' ? other : null });
    const result = decide(book({ posted: 10n }), asked);
    if (result instanceof Error) throw result;
    const [event] = unpackEvents(packEvents([{ result, posting: asked }], new Map()));
    expect(parseEvent(event)).toEqual(event);
    expect(event).toMatchObject({
      aggregateId: result.transfer.id,
      data: {
        note: 'a "b" \\ c',
        entries: result.entries.map(({ accountId, ownerId, amount, balanceAfter }) => ({
          accountId,
          ownerId,
          amount: String(amount),
          currency: 'USD',
          balanceAfter: String(balanceAfter),
        })),
      },
    });
  }
});
