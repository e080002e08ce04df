import { lowestIdAt, microsOf, transferId } from './transfer-id.ts';

const NOW = new Date('2026-11-21T09:00:00.000Z');

test('ids rise with time and within a batch, and say their time', () => {
  const at = (micros: bigint, index: number) => transferId(micros, index, 'ffffffffffff');
  const micros = BigInt(NOW.getTime()) * 1000n + 999n;
  expect(microsOf(at(micros, 3))).toBe(micros);
  const ids = [at(micros, 0), at(micros, 1), at(micros, 499), at(micros + 1n, 0)];
  expect([...ids].sort()).toEqual(ids);
  expect(lowestIdAt(NOW) < at(BigInt(NOW.getTime()) * 1000n, 0)).toBe(true);
  expect(lowestIdAt(new Date('0001-01-01T00:00:00Z'))).toBe('00000000-0000-7000-0000-000000000000');
  expect(at(micros, 499) < lowestIdAt(new Date(NOW.getTime() + 1))).toBe(true);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
