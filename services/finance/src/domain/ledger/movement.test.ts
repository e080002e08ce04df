import fc from 'fast-check';
import { movementsOf } from './movement.ts';

describe('movements of a transfer', () => {
  const entry = fc.record({
    accountId: fc.constantFrom('a', 'b', 'c', 'd'),
    ownerId: fc.constant<string | null>(null),
    amount: fc.bigInt({ min: -1000n, max: 1000n }),
    currency: fc.constant('USD'),
  });
  const owners: Record<string, string | null> = { a: 'ada', b: 'ben', c: 'ada', d: null };
  test('each person’s account moves by the sum of its entries', () => {
    fc.assert(
      fc.property(fc.array(entry), (list) => {
        const entries = list.map((each) => ({ ...each, ownerId: owners[each.accountId] ?? null }));
        const moved = movementsOf({
          transferId: 't',
          kind: 'peer',
          fromUserId: 'ada',
          toUserId: 'ben',
          note: '',
          reference: null,
          entries,
          postedAt: new Date(0),
        });
        for (const accountId of ['a', 'b', 'c', 'd']) {
          const net = entries.reduce((total, each) => (each.accountId === accountId ? total + each.amount : total), 0n);
          const [movement, ...more] = moved.filter((each) => each.accountId === accountId);
          expect(more).toEqual([]);
          const effect = movement ? (movement.direction === 'in' ? movement.amount : -movement.amount) : 0n;
          expect(effect).toBe(accountId === 'd' ? 0n : net);
        }
      }),
    );
  });
});
