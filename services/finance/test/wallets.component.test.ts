import { createServiceClient, createServiceTokens } from '@florin/service-kit';
import { TEST_SECRET } from '@florin/testing';
import { type Finance, categoryOf, startFinance, walletOf } from './harness.ts';

let finance: Finance;
beforeAll(async () => {
  finance = await startFinance();
});
afterAll(() => finance.stop());

describe('wallets that mirror the world', () => {
  const grpc = () =>
    createServiceClient('finance', {
      address: `127.0.0.1:${finance.grpcPort()}`,
      tokens: createServiceTokens(TEST_SECRET, 'gateway'),
    });

  test('an expense is noted before its income, and a limit that the person sets holds until it is changed', async () => {
    const ada = finance.as();
    const { id: walletId } = await walletOf(ada, { balance: -20, creditLimit: null });
    const path = `/v1/wallets/${walletId}`;
    const categoryId = await categoryOf(ada);
    const spend = (amount: number) => ada.post('/v1/transactions', { walletId, categoryId, amount });
    expect((await spend(80)).status).toBe(201);
    expect((await ada.get(path)).body).toMatchObject({ balance: -100, creditLimit: null });
    expect((await ada.patch(path, { creditLimit: 99 })).body.code).toBe('CONFLICT');
    expect((await ada.patch(path, { creditLimit: 100, name: 'Card' })).body).toMatchObject({ creditLimit: 100 });
    expect((await spend(1)).body.code).toBe('INSUFFICIENT_FUNDS');
    expect((await ada.patch(path, { creditLimit: null })).body).toMatchObject({ name: 'Card', creditLimit: null });
    expect((await spend(1)).status).toBe(201);
    const both = await ada.patch(path, { creditLimit: 500, balance: 0 });
    expect(both.body.errors).toMatchObject([{ path: 'creditLimit' }]);
    const [main] = (await ada.get('/v1/wallets')).body.data.filter((each: { main: boolean }) => each.main);
    expect(main.creditLimit).toBe(0);
    expect((await ada.patch(`/v1/wallets/${main.id}`, { creditLimit: 5 })).body.code).toBe('CONFLICT');
  });

  test('the published API takes no more than there is, from creating to deleting', async () => {
    const ada = finance.as();
    const { userId } = ada;
    const client = grpc();
    const [{ id: walletId }, other] = [await walletOf(ada, { balance: 50, creditLimit: null }), await walletOf(ada)];
    const [expense, income] = [await categoryOf(ada), await categoryOf(ada, 'income')];
    const add = (categoryId: string, minor: string) =>
      client.createTransaction({ userId, walletId, categoryId, amount: { minor }, covered: true });
    const refused = { code: 'INSUFFICIENT_FUNDS' };
    await expect(add(expense, '51')).rejects.toMatchObject(refused);
    const salary = (await add(income, '10')).transaction!;
    const rent = (await add(expense, '60')).transaction!;
    const by = (transactionId: string) => ({ userId, transactionId, covered: true });
    await expect(client.deleteTransaction(by(salary.id))).rejects.toMatchObject(refused);
    await expect(client.updateTransaction({ ...by(rent.id), amount: { minor: '61' } })).rejects.toMatchObject(refused);
    const move = { userId, fromWalletId: walletId, toWalletId: other.id, amount: { minor: '1' }, covered: true };
    await expect(client.transferBetweenWallets(move)).rejects.toMatchObject(refused);
    expect((await ada.delete(`/v1/transactions/${salary.id}`)).status).toBe(204);
    expect((await ada.get(`/v1/wallets/${walletId}`)).body.balance).toBe(-10);
    client.close();
  });

  test('a balance is set once for a key, on the day that is said, and is neither income nor expense', async () => {
    const ada = finance.as();
    const { id } = await walletOf(ada, { balance: 100, creditLimit: null });
    const set = (body: object) => ada.post(`/v1/wallets/${id}/set-balance`, body, { idempotencyKey: 'once' });
    expect((await set({ balance: -30, date: '2026-02-28' })).body).toMatchObject({ balance: -30 });
    const again = await set({ balance: -30, date: '2026-02-28' });
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
    const { data } = (await ada.get('/v1/transactions?to=2026-03-01')).body;
    expect(data).toMatchObject([{ type: 'adjustment', direction: 'out', amount: 130, date: '2026-02-28' }]);
    expect((await set({ balance: 1 })).status).toBe(409);
    expect((await ada.get('/v1/summaries')).body.data).toMatchObject([{ income: 0, expense: 0, balance: -30 }]);
    const same = await ada.post(`/v1/wallets/${id}/set-balance`, { balance: -30 });
    expect(same.body).toMatchObject({ balance: -30 });
  });
});
