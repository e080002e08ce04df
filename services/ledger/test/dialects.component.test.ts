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
