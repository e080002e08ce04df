import { newId } from '@florin/service-kit';
import { type Finance, categoryOf, startFinance, walletOf } from './harness.ts';

let finance: Finance;
beforeAll(async () => {
  finance = await startFinance();
});
afterAll(() => finance.stop());

describe('bad input', () => {
  test.each([
    ['/v1/wallets', { name: '', currency: 'USD' }, 'name'],
    ['/v1/wallets', { name: 'x', currency: 'XXQ' }, 'currency'],
    ['/v1/wallets', { name: 'x', currency: 'PTS' }, 'currency'],
    ['/v1/wallets', { name: 'x', currency: 'USD', balance: 1.5 }, 'balance'],
    ['/v1/wallets', { name: 'x', currency: 'USD', balance: -2, creditLimit: 1 }, 'balance'],
    ['/v1/wallets', { name: 'x', currency: 'USD', creditLimit: -1 }, 'creditLimit'],
    ['/v1/wallets', { name: 'x', currency: 'USD', owner: 'me' }, 'owner'],
    ['/v1/categories', { name: 'x', type: 'transfer' }, 'type'],
    ['/v1/transactions', { walletId: newId(), categoryId: newId(), amount: 0 }, 'amount'],
    ['/v1/transactions', { walletId: newId(), categoryId: newId(), amount: -5 }, 'amount'],
    ['/v1/transactions', { walletId: newId(), categoryId: newId(), amount: 2 ** 53 }, 'amount'],
    ['/v1/transactions', { walletId: newId(), categoryId: newId(), amount: '5' }, 'amount'],
    ['/v1/transactions', { walletId: { $gt: '' }, categoryId: newId(), amount: 5 }, 'walletId'],
    ['/v1/transactions', { walletId: newId(), categoryId: newId(), amount: 5, occurredAt: 'yesterday' }, 'occurredAt'],
    ['/v1/transactions', { walletId: newId(), categoryId: newId(), amount: 5, description: 'a\u0000b' }, 'description'],
    [
      '/v1/budgets',
      { categoryId: newId(), amount: 5, periodStart: '2026-02-30', periodEnd: '2026-03-01' },
      'periodStart',
    ],
    [
      '/v1/budgets',
      { categoryId: newId(), amount: 5, periodStart: '2026-03-02', periodEnd: '2026-03-01' },
      'periodEnd',
    ],
  ])('%s %j is refused naming %s', async (path, body, field) => {
    const reply = await finance.as().post(path, body);
    expect(reply.body).toMatchObject({ status: 400, code: 'INVALID_ARGUMENT', errors: [{ path: field }] });
  });

  test.each([
    'from=2026-01-01',
    'period=day',
    'from=2026-02-02&to=2026-01-01',
    'at=tomorrow',
    'period=week&from=2026-01-01&to=2026-01-02',
  ])('summaries?%s is refused', async (query) => {
    expect((await finance.as().get(`/v1/summaries?${query}`)).status).toBe(400);
  });

  test('without an identity nothing is answered', async () => {
    expect((await finance.anonymous().get('/v1/wallets')).status).toBe(401);
  });

  test('a balance and a credit limit that can not be shown together are refused', async () => {
    const ada = finance.as();
    const most = { balance: Number.MAX_SAFE_INTEGER, creditLimit: Number.MAX_SAFE_INTEGER };
    const reply = await ada.post('/v1/wallets', { name: 'W', currency: 'USD', ...most });
    expect([reply.status, reply.body.errors[0].path]).toEqual([400, 'creditLimit']);
    expect((await ada.get('/v1/wallets')).status).toBe(200);
  });

  test('a balance beyond what JSON can carry is refused', async () => {
    const ada = finance.as();
    const { id: walletId } = await walletOf(ada, { balance: Number.MAX_SAFE_INTEGER - 1 });
    const categoryId = await categoryOf(ada, 'income');
    const reply = await ada.post('/v1/transactions', { walletId, categoryId, amount: Number.MAX_SAFE_INTEGER });
    expect(reply.body).toMatchObject({ status: 400, errors: [{ path: 'amount' }] });
    expect((await ada.get('/v1/wallets')).status).toBe(200);
  });
});
