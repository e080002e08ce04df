import type { FundingProvider } from '../src/app/fundings/ports.ts';
import type { Funding, FundingResult } from '../src/domain/funding.ts';
import { availableTo, mainOf, moneyLaws, createHarness, usd, type Ledger, type Person } from './harness.ts';

/** A bank that answers each funding by its method, and later differently if told so. */
const later = new Map<string, FundingResult | Error>();
const asked: string[] = [];
const bank: FundingProvider = {
  methods: ['fast', 'slow', 'fail'],
  start: ({ id, method }: Funding) => {
    asked.push(id);
    const answer = later.get(id) ?? (method === 'slow' ? ({ status: 'pending' } as const) : undefined);
    if (answer instanceof Error) return Promise.reject(answer);
    return Promise.resolve(answer ?? { status: method === 'fail' ? 'failed' : 'succeeded', reason: 'no' });
  },
};

let ledger: Ledger;
let admin: Person;
beforeAll(async () => {
  ledger = await createHarness({ provider: bank });
  admin = ledger.person('root', ['admin']);
});
afterEach(() => moneyLaws(ledger.sql));
afterAll(() => ledger.stop());

const withdraw = async (by: Person, amount: number, method: string) =>
  (await by.post('/v1/withdrawals', usd(amount, { method }))).body;
const callBack = (fundingId: string, status: 'succeeded' | 'failed') =>
  ledger.anyone.post('/v1/deposits/callbacks', {
    fundingId,
    status,
    signature: ledger.signCallback(fundingId, status),
  });
const reverse = (transferId: string) =>
  admin.post(`/v1/admin/transfers/${transferId}/reverse`, { reason: 'by mistake' });
const close = async (person: Person) =>
  admin.post(`/v1/admin/accounts/${(await mainOf(person)).id}/close`, { reason: 'on demand' });
const poll = () => {
  ledger.clock.advance(31_000);
  return ledger.useCases.pollFundings(50);
};

describe('a withdrawal is given back once', () => {
  test('one that failed is not reversed besides', async () => {
    const ann = await ledger.funded(100);
    const { transferId } = await withdraw(ann, 60, 'fail');
    expect((await reverse(transferId)).status).toBe(409);
    expect(await availableTo(ann)).toBe(100);
  });

  test('one under way is not reversed; once it has succeeded it is', async () => {
    const ann = await ledger.funded(100);
    const { id, transferId } = await withdraw(ann, 100, 'slow');
    expect((await reverse(transferId)).body.detail).toMatch(/under way/);
    await callBack(id, 'succeeded');
    expect((await reverse(transferId)).status).toBe(201);
    await callBack(id, 'failed');
    expect(await availableTo(ann)).toBe(100);
  });

  test('what failed counts towards no limit', async () => {
    const ann = await ledger.funded(3_000_000);
    for (let i = 0; i < 4; i += 1) expect((await withdraw(ann, 1_000_000, 'fail')).status).toBe('failed');
    const { body } = await ann.get('/v1/limits');
    expect(body.data[0].day).toMatchObject({ sum: { used: 0 }, count: { used: 0 } });
  });
});

describe('a repeat under the same key', () => {
  test.each(['deposit', 'withdrawal'])('of a %s that was settled since returns the first reply', async (direction) => {
    const ann = await ledger.funded(100);
    const body = usd(10, { method: 'slow' });
    const post = () => ann.send('POST', `/v1/${direction}s`, { body, idempotencyKey: 'once' });
    const first = await post();
    expect(first.body.status).toBe('pending');
    expect((await callBack(first.body.id, 'succeeded')).status).toBe(200);
    const again = await post();
    expect([again.status, again.text, again.headers.get('idempotency-replayed')]).toEqual([201, first.text, 'true']);
    expect((await ann.get(`/v1/${direction}s/${first.body.id}`)).body.status).toBe('succeeded');
  });

  test('at the same time is told the same', async () => {
    const ann = ledger.person();
    const post = () => ann.send('POST', '/v1/deposits', { body: usd(10, { method: 'fast' }), idempotencyKey: 'race' });
    const replies = await Promise.all(Array.from({ length: 8 }, post));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  });
});

describe('an account with money under way', () => {
  test.each(['deposit', 'withdrawal'])('is not closed while a %s waits', async (direction) => {
    const ann = await ledger.funded(100);
    if (direction === 'deposit') await withdraw(ann, 100, 'fast');
    const { body } = await ann.post(`/v1/${direction}s`, usd(100, { method: 'slow' }));
    expect((await close(ann)).body.detail).toMatch(/still under way/);
    expect((await callBack(body.id, direction === 'deposit' ? 'succeeded' : 'failed')).status).toBe(200);
    expect(await availableTo(ann)).toBe(100);
  });
});

describe('fundings whose callback never came', () => {
  test('one the bank chokes on keeps no other waiting', async () => {
    const [ann, bob] = [ledger.person(), ledger.person()];
    const broken = (await ann.post('/v1/deposits', usd(10, { method: 'slow' }))).body;
    const fine = (await bob.post('/v1/deposits', usd(10, { method: 'slow' }))).body;
    later.set(broken.id, new Error('the bank fell over')).set(fine.id, { status: 'succeeded' });
    await expect(poll()).rejects.toThrow('1 of');
    expect(await availableTo(bob)).toBe(10);
    later.set(broken.id, { status: 'succeeded' });
    await poll();
    expect(await availableTo(ann)).toBe(10);
  });

  test('many that stay pending starve none', async () => {
    const ann = ledger.person();
    for (let i = 0; i < 6; i += 1) await ann.post('/v1/deposits', usd(1, { method: 'slow' }));
    ledger.clock.advance(60_000);
    const last = (await ann.post('/v1/deposits', usd(50, { method: 'slow' }))).body;
    later.set(last.id, { status: 'succeeded' });
    ledger.clock.advance(31_000);
    for (let turn = 0; turn < 4; turn += 1) await ledger.useCases.pollFundings(2);
    expect(await availableTo(ann)).toBe(50);
  });

  test('many whose callbacks come at once right after a start all settle', async () => {
    const ann = ledger.person();
    const inYen = { amount: 7, currency: 'JPY', method: 'slow' };
    const made = await Promise.all(Array.from({ length: 25 }, () => ann.post('/v1/deposits', inYen)));
    const fresh = await createHarness(
      { provider: bank, clock: ledger.clock.now },
      { POSTGRES_URL: ledger.database.url },
    );
    try {
      const settled = await Promise.all(
        made.map(({ body }) => fresh.useCases.settleFunding({ id: body.id, result: { status: 'succeeded' } })),
      );
      expect(new Set(settled.map(({ status }) => status))).toEqual(new Set(['succeeded']));
    } finally {
      await fresh.stop();
    }
    expect(await availableTo(ann, 'JPY')).toBe(175);
  });

  test('one that can not be credited ends as failed, and keeps no other waiting', async () => {
    const [rich, bob] = [ledger.person(), ledger.person()];
    const all = usd(Number.MAX_SAFE_INTEGER, { method: 'slow' });
    const [one, two] = [await rich.post('/v1/deposits', all), await rich.post('/v1/deposits', all)];
    for (const { body } of [one, two]) later.set(body.id, { status: 'succeeded' });
    const small = (await bob.post('/v1/deposits', usd(3, { method: 'slow' }))).body;
    later.set(small.id, { status: 'succeeded' });
    await poll();
    const ends = await Promise.all([one, two].map(({ body }) => rich.get(`/v1/deposits/${body.id}`)));
    expect(ends.map(({ body }) => body.status).sort()).toEqual(['failed', 'succeeded']);
    expect(await availableTo(bob)).toBe(3);
    expect((await rich.post('/v1/deposits', usd(1))).body.code).toBe('LIMIT_EXCEEDED');
    expect((await rich.get('/v1/deposits')).body.data).toHaveLength(2);
  });

  test('a way to pay the bank does not know is refused', async () => {
    const { body } = await ledger.person().post('/v1/deposits', usd(1, { method: 'visa' }));
    expect(body.errors).toEqual([{ path: 'method', message: 'must be one of fast, slow, fail' }]);
  });

  test('one whose start nobody lived to see is started again', async () => {
    const ann = await ledger.funded(100);
    const { id } = await withdraw(ann, 100, 'slow');
    const before = asked.length;
    await poll();
    expect(asked.slice(before)).toContain(id);
  });
});

test('without a provider money neither comes in nor goes out, and says so', async () => {
  const bare = await createHarness({}, { FUNDING_PROVIDER: 'none' });
  try {
    const reply = await bare.person().post('/v1/deposits', usd(1));
    expect([reply.status, reply.body.detail]).toEqual([503, expect.stringContaining('No funding provider')]);
    expect(await bare.useCases.pollFundings(10)).toBe(0);
  } finally {
    await bare.stop();
  }
});
