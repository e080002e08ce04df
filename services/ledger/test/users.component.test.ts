import type { FlorinEvent } from '@florin/contracts';
import { newId } from '@florin/service-kit';
import { availableTo, createHarness, moneyLaws, to, usd, type Ledger, type Person } from './harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await createHarness();
});
afterEach(() => moneyLaws(ledger.sql));
afterAll(() => ledger.stop());

const eventOf = (type: string, person: Person, data: object) => ({
  id: newId(),
  type,
  occurredAt: ledger.clock.now().toISOString(),
  producer: 'auth',
  aggregateId: person.id,
  correlationId: newId(),
  causationId: null,
  traceparent: null,
  data: { userId: person.id, ...data },
});
const tell = (type: string, person: Person, data: object = {}) =>
  ledger.deliver(eventOf(type, person, data) as FlorinEvent);

const inAnHour = () => new Date(ledger.clock.now().getTime() + 3_600_000).toISOString();

/** Holds, requests and plans between a person and another, both ways. */
async function entangle(ann: Person, bob: Person) {
  const made = [
    await ann.post('/v1/holds', usd(30, to(bob))),
    await bob.post('/v1/holds', usd(20, to(ann))),
    await ann.post('/v1/payment-requests', { payerId: bob.id, amount: 5, currency: 'USD' }),
    await bob.post('/v1/payment-requests', { payerId: ann.id, amount: 6, currency: 'USD' }),
    await ann.post('/v1/scheduled-transfers', usd(1, { ...to(bob), frequency: 'daily', startsAt: inAnHour() })),
  ];
  expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
}

describe('closing an account', () => {
  const begin = (person: Person, payOut?: object) =>
    ledger.rpc.beginClosing({ userId: person.id, ...(payOut ? { payOut } : {}) });

  test('tells what is there and pending, stops every posting, and opens again when the account stays', async () => {
    const [ann, bob] = [await ledger.funded(100), await ledger.funded(100)];
    await entangle(ann, bob);
    expect(await begin(ann)).toMatchObject({
      balances: [{ currency: 'USD', posted: '100', held: '30' }],
      ...{ holdsPlaced: 1, holdsReceived: 1, requestsToPay: 1, requestsMade: 1, schedules: 1, fundings: 0 },
    });
    expect((await bob.post('/v1/transfers', usd(1, to(ann)))).body.code).toBe('ACCOUNT_FROZEN');
    await ledger.rpc.abandonClosing({ userId: ann.id });
    expect((await bob.post('/v1/transfers', usd(1, to(ann)))).status).toBe(201);
    expect(await ledger.rpc.beginClosing({ userId: newId() })).toMatchObject({ balances: [], holdsPlaced: 0 });
  });

  test('with money coming in all the while leaves none behind', async () => {
    const [ann, bob] = [await ledger.funded(10), await ledger.funded(100)];
    const [{ balances }, ...sent] = await Promise.all([
      begin(ann, { userId: bob.id }),
      ...Array.from({ length: 20 }, () => bob.post('/v1/transfers', usd(1, to(ann)))),
    ]);
    const posted = Number(balances[0]?.posted ?? 0);
    expect(await availableTo(ann)).toBe(posted);
    expect(await availableTo(bob)).toBe(110 - posted);
    expect(sent.every(({ status, body }) => status === 201 || body.code === 'ACCOUNT_FROZEN')).toBe(true);
  });

  test('pays out to a person or outside; a refusal leaves everything as it was', async () => {
    const [ann, bob] = [await ledger.funded(100), ledger.person()];
    await expect(begin(ann, { username: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await availableTo(ann)).toBe(100);
    expect((await ann.post('/v1/transfers', usd(10, to(bob)))).status).toBe(201);
    expect((await begin(ann, { userId: bob.id })).balances).toEqual([]);
    expect([await availableTo(ann), await availableTo(bob)]).toEqual([0, 100]);
    const answer = await begin(bob, { withdrawal: { method: 'sandbox' } });
    expect(answer).toMatchObject({ balances: [], fundings: 0 });
    expect(await availableTo(bob)).toBe(0);
  });

  test('that nobody ends is ended: who is still there gets the account back, who is gone does not', async () => {
    const [ann, bob, cat] = [await ledger.funded(100), await ledger.funded(100), await ledger.funded(100)];
    await begin(ann);
    await begin(bob);
    ledger.forget(bob);
    ledger.clock.advance(121_000);
    expect(await ledger.useCases.endLostClosings(100)).toBeGreaterThanOrEqual(2);
    expect((await cat.post('/v1/transfers', usd(1, to(ann)))).status).toBe(201);
    await ledger.rpc.abandonClosing({ userId: bob.id });
    expect((await bob.post('/v1/transfers', usd(1, to(cat)))).body.code).toBe('ACCOUNT_FROZEN');
  });

  test('does not open what auth has frozen meanwhile', async () => {
    const [ann, bob] = [await ledger.funded(100), await ledger.funded(100)];
    await begin(ann);
    await tell('auth.user-frozen.v1', ann, { frozenAt: ledger.clock.now().toISOString() });
    await ledger.rpc.abandonClosing({ userId: ann.id });
    expect((await bob.post('/v1/transfers', usd(1, to(ann)))).body.code).toBe('ACCOUNT_FROZEN');
  });
});

test('nothing of a person who is gone stays pending with others', async () => {
  const [ann, bob] = [await ledger.funded(100), await ledger.funded(100)];
  await entangle(ann, bob);
  const plan = usd(1, { ...to(ann), frequency: 'daily', startsAt: inAnHour() });
  await bob.post('/v1/scheduled-transfers', plan);
  for (let time = 0; time < 2; time += 1) {
    await tell('auth.user-terminated.v1', ann, { terminatedAt: ledger.clock.now().toISOString() });
  }
  const states = async (path: string) =>
    (await bob.get(path)).body.data.map(({ status }: { status: string }) => status);
  expect(await states('/v1/holds')).toEqual(['voided', 'voided']);
  expect(await states('/v1/payment-requests?direction=incoming')).toEqual(['cancelled']);
  expect(await states('/v1/payment-requests?direction=outgoing')).toEqual(['cancelled']);
  expect(await states('/v1/scheduled-transfers')).toEqual(['cancelled']);
  expect(await availableTo(bob)).toBe(100);
  expect((await ann.post('/v1/transfers', usd(1, to(bob)))).body.code).toBe('ACCOUNT_FROZEN');
});

test('what was planned before an account was handed over is cancelled, and what comes after or from others is not', async () => {
  const [ann, bob] = [await ledger.funded(100), await ledger.funded(100)];
  const plan = (one: Person, other: Person) =>
    one.post('/v1/scheduled-transfers', usd(1, { ...to(other), frequency: 'daily', startsAt: inAnHour() }));
  const ask = (one: Person, other: Person) => one.post('/v1/payment-requests', usd(5, { from: { userId: other.id } }));
  for (const make of [plan, ask])
    for (const [one, other] of [
      [ann, bob],
      [bob, ann],
    ] as const)
      expect((await make(one, other)).status).toBe(201);
  ledger.clock.advance(1_000);
  const handedOverAt = ledger.clock.now().toISOString();
  ledger.clock.advance(1_000);
  expect((await plan(ann, bob)).status).toBe(201);
  await tell('auth.user-handed-over.v1', ann, { handedOverAt });
  const states = async (one: Person, path: string) =>
    (await one.get(path)).body.data.map(({ status }: { status: string }) => status).sort();
  expect(await states(ann, '/v1/scheduled-transfers')).toEqual(['active', 'cancelled']);
  expect(await states(bob, '/v1/scheduled-transfers')).toEqual(['active']);
  expect(await states(ann, '/v1/payment-requests?direction=incoming')).toEqual(['cancelled']);
  expect(await states(ann, '/v1/payment-requests?direction=outgoing')).toEqual(['cancelled']);
});

describe('a frozen person', () => {
  const freeze = (person: Person) =>
    tell('auth.user-frozen.v1', person, { frozenAt: ledger.clock.now().toISOString() });
  const unfreeze = (person: Person) =>
    tell('auth.user-unfrozen.v1', person, { unfrozenAt: ledger.clock.now().toISOString() });

  test('pays and is paid by nothing, planned and held money included, until they are unfrozen', async () => {
    const [ann, bob] = [await ledger.funded(100), await ledger.funded(100)];
    const hold = await ann.post('/v1/holds', usd(30, to(bob)));
    const plan = await ann.post(
      '/v1/scheduled-transfers',
      usd(1, { ...to(bob), frequency: 'daily', startsAt: inAnHour() }),
    );
    await freeze(ann);
    ledger.clock.advance(4_000_000);
    await ledger.useCases.runSchedules(100);
    const { body } = await ann.get(`/v1/scheduled-transfers/${plan.body.id}`);
    expect(body.occurrences).toMatchObject([
      { status: 'failed', failure: 'ACCOUNT_FROZEN', reason: 'The account is frozen' },
    ]);
    const capture = () => bob.post(`/v1/holds/${hold.body.id}/capture`);
    expect((await capture()).body.code).toBe('ACCOUNT_FROZEN');
    expect((await bob.post('/v1/transfers', usd(1, to(ann)))).body.code).toBe('ACCOUNT_FROZEN');
    // an account opened meanwhile is no way around
    expect((await bob.post('/v1/transfers', usd(1, to(ann)))).body.code).toBe('ACCOUNT_FROZEN');
    await ledger.rpc.openAccount({ ownerId: ann.id, currency: 'EUR', kind: 'main', reference: '', creditLimit: '' });
    const accounts = (await ann.get('/v1/accounts')).body.data;
    expect(accounts.map(({ status }: { status: string }) => status)).toEqual(['frozen', 'frozen']);
    ledger.clock.advance(1_000);
    await unfreeze(ann);
    expect((await capture()).body.status).toBe('captured');
    expect(await availableTo(ann)).toBe(70);
  });

  test('finds what was planned paused when they are unfrozen, and resumes what is theirs', async () => {
    const [ann, bob] = [await ledger.funded(100), await ledger.funded(100)];
    const planned = usd(1, { ...to(bob), frequency: 'daily', startsAt: inAnHour() });
    const { id } = (await ann.post('/v1/scheduled-transfers', planned)).body;
    const theirs = (await bob.post('/v1/scheduled-transfers', usd(1, { ...planned, ...to(ann) }))).body.id;
    await freeze(ann);
    ledger.clock.advance(1_000);
    await unfreeze(ann);
    ledger.clock.advance(4_000_000);
    await ledger.useCases.runSchedules(100);
    const plan = async () => (await ann.get(`/v1/scheduled-transfers/${id}`)).body;
    expect(await plan()).toMatchObject({ status: 'paused', occurrences: [] });
    expect((await bob.get(`/v1/scheduled-transfers/${theirs}`)).body.occurrences).toMatchObject([{ status: 'posted' }]);
    expect((await ann.post(`/v1/scheduled-transfers/${id}/resume`)).body.status).toBe('active');
  });

  test('a plan or hold for them is refused when it is made', async () => {
    const [ann, bob] = [await ledger.funded(100), await ledger.funded(100)];
    await freeze(ann);
    const plan = { ...to(ann), frequency: 'daily', startsAt: inAnHour() };
    const made = [
      await bob.post('/v1/holds', usd(1, to(ann))),
      await bob.post('/v1/scheduled-transfers', usd(1, plan)),
      await bob.post('/v1/scheduled-transfers', { ...plan, amount: 1, currency: 'EUR' }),
      await ann.post('/v1/scheduled-transfers', usd(1, { ...plan, ...to(bob) })),
    ];
    expect(made.map(({ body }) => body.code)).toEqual(Array(4).fill('ACCOUNT_FROZEN'));
  });

  test('an account an admin froze stays frozen, and an event that comes late changes nothing', async () => {
    const ann = await ledger.funded(100);
    const admin = ledger.person(undefined, ['admin']);
    const { id } = (await ann.get('/v1/accounts')).body.data[0];
    const status = async () => (await ann.get(`/v1/accounts/${id}`)).body.status;
    const before = { frozenAt: ledger.clock.now().toISOString() };
    ledger.clock.advance(1_000);
    await freeze(ann);
    ledger.clock.advance(1_000);
    await unfreeze(ann);
    await tell('auth.user-frozen.v1', ann, before);
    expect(await status()).toBe('open');
    await admin.post(`/v1/admin/accounts/${id}/freeze`, { reason: 'a court said so' });
    ledger.clock.advance(1_000);
    await freeze(ann);
    ledger.clock.advance(1_000);
    await unfreeze(ann);
    expect(await status()).toBe('frozen');
  });
});
