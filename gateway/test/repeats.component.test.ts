import { request as httpRequest } from 'node:http';
import { FlorinError } from '@florin/errors';
import { waitFor } from '@florin/testing';
import { createHarness, type Harness } from './harness.ts';

const ADA = '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4';
const BEN = '019a8d2e-7c20-7d4b-8e5f-60718293a4b5';
const main = { ownerId: ADA, kind: 'main', currency: 'USD', available: '1000' };
const away = () => Promise.reject(new FlorinError('UNAVAILABLE', 'away', { retryAfterSeconds: 1 }));
/** not sent again by the gateway's own client, as UNAVAILABLE is for calls that may be repeated */
const late = () => Promise.reject(new FlorinError('DEADLINE_EXCEEDED', 'late'));
const never = () => new Promise<never>(() => undefined);

type Answer = () => Promise<unknown>;
/** The idempotency keys by which each method was asked, and what it answers next; the last answer stays. */
const keys: Record<string, string[]> = {};
const answers: Record<string, Answer[]> = {};
const row = (noun: string) => ({
  [noun]: {
    id: BEN,
    type: 'expense',
    direction: 'out',
    amount: '100',
    currency: 'IDR',
    balance: '100',
    spent: '0',
    remaining: '0',
  },
});
const usual: Record<string, () => unknown> = {
  getMe: () => ({ me: { profile: { userId: ADA, name: 'Ada', username: 'ada' }, email: 'ada@example.com' } }),
  getAccounts: () => ({ accounts: [main] }),
  postTransfers: () => ({ results: [{ transfer: { id: BEN } }] }),
  deposit: () => ({ status: 'succeeded' }),
  createTransaction: () => row('transaction'),
  createWallet: () => row('wallet'),
  getWallet: () => row('wallet'),
  createCategory: () => row('category'),
  createBudget: () => row('budget'),
  transferBetweenWallets: () => ({}),
  spinWheel: () => ({ reward: 100, lastSpin: '2026-11-22T19:59:59.000Z' }),
  checkIn: () => ({ points: 35, lastCheckin: '2026-11-22T19:59:59.999Z' }),
};
const methods = Object.fromEntries(
  Object.keys(usual).map((name) => [
    name,
    (request: { idempotencyKey?: string; transfers?: { idempotencyKey: string }[] }) => {
      (keys[name] ??= []).push(request.idempotencyKey ?? request.transfers?.[0]?.idempotencyKey ?? '');
      const next = answers[name]?.shift();
      return next ? next() : Promise.resolve(usual[name]!());
    },
  ]),
);

let harness: Harness;
let headers: Record<string, string>;
beforeAll(async () => {
  harness = await createHarness({}, {}, { users: methods, ledger: methods, finance: methods });
  await harness.ready();
});
afterAll(() => harness.stop());
beforeEach(() => {
  for (const name of Object.keys(usual)) [keys[name], answers[name]] = [[], []];
  headers = { authorization: `Bearer ${harness.token({ sub: ADA })}` };
});

interface Send {
  method: string;
  verb?: 'POST' | 'PUT';
  path: string;
  body: Record<string, unknown>;
}
let counter = 0;
/** Every write that the dialects have, each time with something of its own. */
function writes(): Send[] {
  const n = (counter += 1);
  const finance = '/api/v1/finance';
  return [
    {
      method: 'postTransfers',
      path: '/transaction/send',
      body: { recipientID: BEN, message: `lunch ${n}`, amount: 1 },
    },
    { method: 'deposit', path: '/transaction/add-balance', body: { amount: n } },
    {
      method: 'createTransaction',
      path: `${finance}/transaction`,
      body: { walletId: ADA, categoryId: BEN, amount: n },
    },
    { method: 'createWallet', path: `${finance}/wallet`, body: { type: 'Cash', name: `Pocket ${n}` } },
    { method: 'createCategory', path: `${finance}/category`, body: { type: 'EXPENSE', name: `Coffee ${n}` } },
    {
      method: 'createBudget',
      path: `${finance}/budget`,
      body: { amount: n, periodStart: '2026-11-01', periodEnd: '2026-11-30', categoryId: BEN },
    },
    {
      method: 'transferBetweenWallets',
      path: `${finance}/transaction/transfer`,
      body: { originWalletId: ADA, destinationWalletId: BEN, amount: n },
    },
    { method: 'spinWheel', path: `/user/uf-wallet/spin-wheel?card_number=${n}`, body: {} },
    { method: 'checkIn', verb: 'PUT', path: '/user/check-in', body: {} },
  ];
}
const send = ({ verb = 'POST', path, body }: Send) => harness.http.send(verb, path, { body, headers });
const cases = writes().map(({ method }, index) => [method, index] as const);

test.each(cases)(
  '%s of unknown outcome is carried out under one key, however often it is sent again',
  async (method, index) => {
    const write = writes()[index]!;
    answers[method] = [late, late];
    expect((await send(write)).status).toBe(504);
    expect((await send(write)).status).toBe(504);
    expect((await send(write)).status).toBeLessThan(300);
    expect(keys[method]).toHaveLength(3);
    expect(new Set(keys[method]).size).toBe(1);
  },
);

test.each(cases)('%s whose client left before the reply is not carried out again', async (method, index) => {
  const write = writes()[index]!;
  let answer: () => void = () => undefined;
  answers[method] = [() => new Promise((resolve) => (answer = () => resolve(usual[method]!())))];
  const left = httpRequest(`${harness.url}${write.path}`, {
    method: write.verb ?? 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
  });
  left.on('error', () => undefined);
  left.end(JSON.stringify(write.body));
  await waitFor(() => keys[method]!.length === 1, { what: 'the service to be asked' });
  left.destroy();
  answer();
  const again = await send(write);
  expect([again.status < 300, again.headers.get('idempotency-replayed')]).toEqual([true, 'true']);
  expect(keys[method]).toHaveLength(1);
});

test('a ledger that never answers a send is asked again under the same key', async () => {
  const write = writes()[0]!;
  answers['postTransfers'] = [never];
  expect((await send(write)).status).toBe(504);
  expect((await send(write)).status).toBe(200);
  expect(new Set(keys['postTransfers']).size).toBe(1);
}, 20_000);

test.each([
  ['postTransfers', 0, 9],
  ['deposit', 1, 10 + 3],
])('%s that took effect answers success, though nothing more can be read', async (method, index, balance) => {
  const write = { ...writes()[index]!, ...(index === 1 ? { body: { amount: 3 } } : {}) };
  answers[method] = [
    () => {
      answers['getAccounts'] = [away, away, away];
      answers['getMe'] = [away, away, away];
      return Promise.resolve(usual[method]!());
    },
  ];
  const reply = await send(write);
  expect([reply.status, reply.body.user]).toEqual([200, expect.objectContaining({ id: ADA, balance })]);
});

test('when nothing can be read, nothing is posted', async () => {
  answers['getMe'] = [away, away, away];
  expect((await send(writes()[0]!)).status).toBe(503);
  expect(keys['postTransfers']).toEqual([]);
});
