import { newId } from '@florin/service-kit';
import { availableTo, moneyLaws, createHarness, type Ledger } from './harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await createHarness();
});
afterAll(async () => {
  await moneyLaws(ledger.sql);
  await ledger.stop();
});

describe('a deposit over gRPC', () => {
  test('arrives once per key, before the main account is there too', async () => {
    const ann = ledger.person();
    const deposit = (amount = '1250') =>
      ledger.rpc.deposit({ idempotencyKey: 'd-1', ownerId: ann.id, amount, currency: 'USD' });
    const first = await deposit();
    expect(first).toMatchObject({ status: 'succeeded', failure: '', replayed: false });
    expect(await deposit()).toEqual({ ...first, replayed: true });
    expect(await availableTo(ann)).toBe(1250);
    await expect(deposit('1')).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  });

  test.each([
    ['0', 'USD'],
    ['-5', 'USD'],
    ['1.5', 'USD'],
    ['5', 'XXY'],
  ])('of %s %s is refused', async (amount, currency) => {
    const request = { idempotencyKey: newId(), ownerId: newId(), amount, currency };
    await expect(ledger.rpc.deposit(request)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});

test('a list of transfers comes with the accounts of those parties that were asked for', async () => {
  const [ann, ben] = [await ledger.funded(100), await ledger.funded(100)];
  await ann.post('/v1/transfers', { to: { userId: ben.id }, amount: 30, currency: 'USD' });
  const list = (accountsOf: string[]) => ledger.rpc.listTransfers({ ownerId: ann.id, limit: 10, accountsOf });
  expect((await list([])).accounts).toEqual([]);
  const { accounts } = await list([ben.id, ledger.person().id]);
  expect(accounts.map(({ ownerId, available }) => [ownerId, available])).toEqual([[ben.id, '130']]);
  expect((await list([ann.id, ben.id])).accounts).toHaveLength(2);
});

test('rates are exact fractions between minor units, one for each currency and day', async () => {
  const { rates } = await ledger.rpc.getRates({ from: ['EUR', 'JPY'], to: 'USD', days: ['2026-11-01', '2026-11-02'] });
  expect(rates.map(({ from, day }) => `${from} ${day}`)).toEqual([
    'EUR 2026-11-01',
    'EUR 2026-11-02',
    'JPY 2026-11-01',
    'JPY 2026-11-02',
  ]);
  const worth = rates.map(({ numerator, denominator }) => Number(numerator) / Number(denominator));
  expect(worth.map((each) => each.toFixed(4))).toEqual(['1.0800', '1.0800', '0.6700', '0.6700']);
  await expect(ledger.rpc.getRates({ from: ['EUR'], to: 'USD', days: ['today'] })).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
  });
});
