import { takeFrom } from './points.ts';

const NOW = new Date('2026-11-21T09:00:00.000Z');

test('points come from the lot that lapses first, then the older one', () => {
  const lot = (id: string, remaining: bigint, lapses: string | null) => ({
    id,
    remaining,
    grantedAt: NOW,
    lapsesAt: lapses === null ? null : new Date(lapses),
  });
  const lots = [lot('never', 5n, null), lot('late', 5n, '2027-02-01'), lot('soon', 5n, '2027-01-01')];
  expect(takeFrom(lots, 12n)).toEqual([
    { lotId: 'soon', points: 5n },
    { lotId: 'late', points: 5n },
    { lotId: 'never', points: 2n },
  ]);
  expect(() => takeFrom(lots, 16n)).toThrow('15 points are there, 16 are needed');
});
