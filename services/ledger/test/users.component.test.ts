import type { FlorinEvent } from '@florin/contracts';
import { newId } from '@florin/service-kit';
import type { Ledger, Person } from './harness.ts';
import { availableTo, createHarness, moneyLaws, to, usd } from './harness.ts';

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

test('what a person has and what is pending is told for closing the account', async () => {
  const [ann, bob] = [await ledger.funded(100), await ledger.funded(100)];
  await entangle(ann, bob);
  expect(await ledger.rpc.getHoldings({ userId: ann.id })).toMatchObject({
    balances: [{ currency: 'USD', posted: '100', held: '30' }],
    ...{ holdsPlaced: 1, holdsReceived: 1, requestsToPay: 1, requestsMade: 1, schedules: 1, fundings: 0 },
  });
  expect(await ledger.rpc.getHoldings({ userId: newId() })).toMatchObject({ balances: [], holdsPlaced: 0 });
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
