import { encodeCursor, newId } from '@florin/service-kit';
import { categoryOf, startFinance, walletOf, type Finance } from './harness.ts';

let finance: Finance;
beforeAll(async () => {
  finance = await startFinance();
});
afterAll(() => finance.stop());

test('an id in capitals names the same thing in a body, a path and a query', async () => {
  const ada = finance.as();
  const wallet = await walletOf(ada, { balance: 100 });
  const categoryId = await categoryOf(ada);
  const walletId = wallet.id.toUpperCase();
  const made = await ada.post('/v1/transactions', { walletId, categoryId: categoryId.toUpperCase(), amount: 5 });
  expect([made.status, made.body.walletId, made.body.categoryId]).toEqual([201, wallet.id, categoryId]);

  const path = `/v1/transactions/${made.body.id.toUpperCase()}`;
  expect((await ada.get(path)).body).toEqual(made.body);
  expect((await ada.patch(path, { description: 'Bread' })).status).toBe(200);
  expect((await ada.get(`/v1/summaries?walletId=${walletId}`)).status).toBe(200);
  expect((await ada.get(`/v1/transactions?walletId=${walletId}`)).body.data).toHaveLength(2);
  expect((await ada.delete(path)).status).toBe(204);
  expect((await ada.patch(`/v1/wallets/${walletId}`, { name: 'Box' })).body).toMatchObject({
    id: wallet.id,
    name: 'Box',
  });
  expect((await ada.delete(`/v1/wallets/${walletId}`)).status).toBe(204);
});

describe('a cursor that no page ended with is refused', () => {
  const forged = (time: string) => encodeCursor([time, newId()]);

  test.each(['wallets', 'transactions', 'budgets', 'categories'])('by the list of %s', async (list) => {
    const ada = finance.as();
    for (const cursor of [
      forged('0000-01-01T00:00:00.000Z'),
      forged('2026-01-01T00:00:00.000Z'),
      'x',
      'a.b',
      'a.b.c',
    ]) {
      const reply = await ada.get(`/v1/${list}?cursor=${cursor}`);
      expect([cursor, reply.status, reply.body.errors]).toEqual([
        cursor,
        400,
        [{ path: 'cursor', message: expect.any(String) }],
      ]);
    }
  });

  test('also one of another list, while its own goes on', async () => {
    const ada = finance.as();
    for (const type of ['expense', 'income', 'expense']) await categoryOf(ada, type);
    const { body } = await ada.get('/v1/categories?limit=2');
    expect((await ada.get(`/v1/wallets?cursor=${body.nextCursor}`)).status).toBe(400);
    expect((await ada.get(`/v1/categories?limit=2&cursor=${body.nextCursor}`)).body.data).toHaveLength(2);
  });
});

test.each(['9999-12-31T23:59:59-01:00', '0001-01-01T00:00:00%2B01:00'])(
  'the instant %s, which is in no year from 1 to 9999 in UTC, is refused',
  async (instant) => {
    const reply = await finance.as().get(`/v1/transactions?from=${instant}`);
    expect(reply.status).toBe(400);
  },
);
