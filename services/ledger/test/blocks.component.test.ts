import { newId } from '@florin/service-kit';
import type { Reach } from '../src/app/feed/ports.ts';
import { createHarness, mainOf, to, usd, type Ledger, type Person } from './harness.ts';

let ledger: Ledger;
let ann: Person;
let eve: Person;
const between = new Map<string, Reach>();

beforeAll(async () => {
  const reach = (userId: string, otherIds: readonly string[]) =>
    Promise.resolve(otherIds.map((otherId) => between.get(`${userId} ${otherId}`) ?? 'open'));
  ledger = await createHarness({ friends: { friendIds: () => Promise.resolve([]), reach } });
  [ann, eve] = [await ledger.funded(1_000), await ledger.funded(1_000)];
});
afterAll(() => ledger.stop());

/** What a person may try with another one, by id or account. */
const attempts = (one: Person, other: { userId: string; accountId?: string }) => {
  const startsAt = new Date(ledger.clock.now().getTime() + 86_400_000).toISOString();
  const participants = [{ user: { userId: one.id } }, { user: { userId: other.userId } }];
  return Promise.all([
    one.post('/v1/transfers', usd(1, { to: { userId: other.userId } })),
    one.post('/v1/transfers', usd(1, { to: { accountId: other.accountId ?? newId() } })),
    one.post('/v1/transfers/batch', { transfers: [usd(1, { to: { userId: other.userId } })] }),
    one.post('/v1/holds', usd(1, { to: { userId: other.userId } })),
    one.post('/v1/scheduled-transfers', usd(1, { to: { userId: other.userId }, frequency: 'daily', startsAt })),
    one.post('/v1/payment-requests', usd(1, { from: { userId: other.userId } })),
    one.post('/v1/splits', usd(2, { method: 'equal', participants })),
  ]);
};
const shown = (replies: { status: number; body: any }[]) =>
  replies.map(({ status, body }) => ({
    status,
    detail: body.detail,
    code: body.code,
    errors: body.errors,
    data: body.data,
  }));

test('for the blocked, whoever blocks them is nobody in transfers, batches, holds, plans, requests and splits', async () => {
  const { id: accountId } = await mainOf(ann);
  between.set(`${eve.id} ${ann.id}`, 'hidden');
  const theirs = shown(await attempts(eve, { userId: ann.id, accountId }));
  const nobodys = shown(await attempts(eve, { userId: newId() }));
  expect(theirs).toEqual(nobodys);
  expect(theirs.map(({ status }) => status)).toEqual([404, 404, expect.any(Number), 404, 404, 404, 404]);
  expect((await ann.get('/v1/transfers')).body.data).toHaveLength(1);
});

test('who blocks somebody is told so when they try to pay them', async () => {
  between.set(`${ann.id} ${eve.id}`, 'blocked');
  const reply = await ann.post('/v1/transfers', usd(1, to(eve)));
  expect([reply.status, reply.body.detail]).toEqual([409, 'to: you have blocked this person']);
});

test('a payment request to somebody who does not take it is refused', async () => {
  const [cat, bob] = [ledger.person(), ledger.person()];
  between.set(`${cat.id} ${bob.id}`, 'refused');
  const reply = await cat.post('/v1/payment-requests', usd(1, { from: { userId: bob.id } }));
  expect([reply.status, reply.body.code]).toEqual([403, 'FORBIDDEN']);
});

test('a block made after a plan stops its next occurrence, and says why', async () => {
  const [bob, dan] = [await ledger.funded(100), await ledger.funded(100)];
  const startsAt = new Date(ledger.clock.now().getTime() + 3_600_000).toISOString();
  const plan = await bob.post('/v1/scheduled-transfers', usd(1, { ...to(dan), frequency: 'daily', startsAt }));
  ledger.clock.advance(3_700_000);
  await ledger.useCases.runSchedules(10);
  between.set(`${bob.id} ${dan.id}`, 'hidden');
  ledger.clock.advance(86_400_000);
  await ledger.useCases.runSchedules(10);
  const { occurrences } = (await bob.get(`/v1/scheduled-transfers/${plan.body.id}`)).body;
  const told = occurrences.map(({ status, reason }: { status: string; reason: string | null }) => [status, reason]);
  expect(told.sort()).toEqual([
    ['failed', 'to: there is no such user'],
    ['posted', null],
  ]);
});

test('a block holds for a service that names the payee by account', async () => {
  const [bob, dan] = [await ledger.funded(100), await ledger.funded(100)];
  const [from, whom] = [await mainOf(bob), await mainOf(dan)];
  const post = async () => {
    const transfer = {
      ...{ idempotencyKey: newId(), callerUserId: bob.id, kind: 'peer', amount: '1', currency: 'USD', note: '' },
      ...{ from: { accountId: from.id }, to: { accountId: whom.id }, visibility: 'private', reference: '' },
    };
    return (await ledger.rpc.postTransfers({ transfers: [transfer], atomic: false })).results[0];
  };
  expect(await post()).toMatchObject({ transfer: { id: expect.any(String) } });
  between.set(`${bob.id} ${dan.id}`, 'hidden');
  expect(await post()).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

test('who looks for fifty addresses in vain looks for no more within the hour; ids go on', async () => {
  const [bob, dan] = [await ledger.funded(100), await ledger.funded(100)];
  const pay = (who: object) => bob.post('/v1/transfers', usd(1, { to: who }));
  for (let n = 0; n < 25; n += 1) {
    expect((await pay({ email: `nobody.${n}@example.com` })).status).toBe(404);
    const ask = usd(1, { from: { mobile: `+96077700${n + 10}` } });
    expect((await bob.post('/v1/payment-requests', ask)).status).toBe(404);
  }
  const refused = await pay({ email: 'nobody@example.com' });
  expect([refused.status, Number(refused.headers.get('retry-after')) > 3_000]).toEqual([429, true]);
  expect((await pay({ userId: dan.id })).status).toBe(201);
  ledger.clock.advance(3_600_000);
  expect((await pay({ email: 'nobody@example.com' })).status).toBe(404);
});
