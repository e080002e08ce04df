import { newId } from '@florin/service-kit';
import { availableTo, mainOf, moneyLaws, send, createHarness, to, usd, type Ledger, type Person } from './harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await createHarness();
});
afterEach(() => moneyLaws(ledger.sql));
afterAll(() => ledger.stop());

const inAnHour = () => new Date(ledger.clock.now().getTime() + 3_600_000).toISOString();
const named = (whom: string) => ({ to: { username: whom } });

describe('a repeat returns the first reply, whatever happened since', () => {
  test.each([
    ['transfers', (whom: string) => usd(5, named(whom))],
    ['transfers/batch', (whom: string) => ({ transfers: [usd(5, named(whom)), usd(6, named(whom))] })],
    ['holds', (whom: string) => usd(5, named(whom))],
    ['payment-requests', (whom: string) => usd(5, { from: { username: whom } })],
    ['splits', (whom: string) => usd(5, { method: 'equal', participants: [{ user: { username: whom } }] })],
    ['scheduled-transfers', (whom: string) => usd(5, { ...named(whom), frequency: 'weekly', startsAt: inAnHour() })],
  ])('POST /v1/%s to somebody who is gone by then', async (path, bodyFor) => {
    const ann = await ledger.funded(100);
    const username = `bob${newId().slice(-6)}`;
    const bob = ledger.person(username);
    const body = bodyFor(username);
    const post = (idempotencyKey: string) => ann.send('POST', `/v1/${path}`, { body, idempotencyKey });
    const first = await post('once');
    expect(first.status).toBe(201);
    ledger.forget(bob);
    const again = await post('once');
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const fresh = await post('twice');
    expect(path === 'transfers/batch' ? fresh.body.results[0].error.code : fresh.body.code).toBe('NOT_FOUND');
    const other = { ...body, note: 'another' };
    expect((await ann.send('POST', `/v1/${path}`, { body: other, idempotencyKey: 'once' })).status).toBe(
      path === 'transfers/batch' ? 400 : 409,
    );
  });

  test('a deposit whose account was frozen since', async () => {
    const admin = ledger.person('root', ['admin']);
    const ann = ledger.person();
    const post = () => ann.send('POST', '/v1/deposits', { body: usd(5), idempotencyKey: 'd' });
    const first = await post();
    await admin.post(`/v1/admin/accounts/${(await mainOf(ann)).id}/freeze`, { reason: 'a court said so' });
    expect((await post()).body).toEqual(first.body);
    expect((await ann.post('/v1/deposits', usd(5))).body.code).toBe('ACCOUNT_FROZEN');
  });

  test('an adjustment, an exchange and a payment look at the key before what the request names', async () => {
    const admin = ledger.person('chief2', ['admin']);
    const [ann, bob] = [await ledger.funded(100), ledger.person()];
    const { id: requestId } = (await bob.post('/v1/payment-requests', usd(5, { payerId: ann.id }))).body;
    const quote = await ann.post('/v1/exchanges/quotes', { from: 'USD', to: 'EUR', amount: 50 });
    const accountId = (await mainOf(ann)).id;
    const adjust = { accountId, amount: 5, reason: 'goodwill' };
    const asks: [Person, string, object, string, object][] = [
      [ann, '/v1/exchanges', { quoteId: quote.body.id }, '/v1/exchanges', { quoteId: newId() }],
      [ann, `/v1/payment-requests/${requestId}/pay`, {}, `/v1/payment-requests/${newId()}/pay`, {}],
      [admin, '/v1/admin/adjustments', adjust, '/v1/admin/adjustments', { ...adjust, accountId: newId() }],
    ];
    for (const [who, path, body, otherPath, other] of asks) {
      const idempotencyKey = newId();
      const first = await who.send('POST', path, { body, idempotencyKey });
      expect(first.status).toBe(201);
      expect((await who.send('POST', path, { body, idempotencyKey })).body).toEqual(first.body);
      const wrong = await who.send('POST', otherPath, { body: other, idempotencyKey });
      expect([otherPath, wrong.body.code]).toEqual([otherPath, 'IDEMPOTENCY_MISMATCH']);
    }
  });

  test('a payment request that has expired since', async () => {
    const [ann, bob] = [ledger.person(), ledger.person()];
    const body = usd(5, { payerId: bob.id, expiresAt: inAnHour() });
    const post = () => ann.send('POST', '/v1/payment-requests', { body, idempotencyKey: 'r' });
    const first = await post();
    ledger.clock.advance(3_600_001);
    expect((await post()).body).toEqual(first.body);
    expect((await ann.get(`/v1/payment-requests/${first.body.id}`)).body.status).toBe('expired');
  });
});

test('two sends of one batch at once, with money that comes in between, say what was done', async () => {
  for (let turn = 0; turn < 25; turn += 1) {
    const [ann, bob] = [await ledger.funded(10), ledger.person()];
    const body = { transfers: [usd(60, to(bob)), usd(5, to(bob))] };
    const post = () => ann.send('POST', '/v1/transfers/batch', { body, idempotencyKey: 'race' });
    const [one, , two] = await Promise.all([post(), ann.post('/v1/deposits', usd(100)), post()]);
    expect(two.body).toEqual(one.body);
    const told = one.body.results.reduce(
      (sum: number, item: { transfer?: { amount: number } }) => sum + (item.transfer?.amount ?? 0),
      0,
    );
    expect(await availableTo(bob)).toBe(told);
    expect((await post()).body).toEqual(one.body);
  }
});

test('the same key sent both ways at once is one of the two, and nobody waits for a deadlock', async () => {
  const deadlocks = async () => {
    const { rows } = await ledger.sql.query(
      `SELECT deadlocks::int AS n FROM pg_stat_database WHERE datname = current_database()`,
    );
    return rows[0].n as number;
  };
  const before = await deadlocks();
  const [ann, bob] = [await ledger.funded(10_000), ledger.person()];
  for (let turn = 0; turn < 20; turn += 1) {
    const post = (path: string) =>
      ann.send('POST', path, { body: usd(5, to(bob)), idempotencyKey: `both ${turn}`.replace(' ', '-') });
    const replies = await Promise.all([post('/v1/transfers'), post('/v1/holds')]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  }
  // the server counts them when the connection is idle
  expect(await deadlocks()).toBe(before);
});

test('a change sent several times at once under one key is done once and answered alike', async () => {
  const [ann, bob] = [await ledger.funded(100), ledger.person()];
  const { body: hold } = await ann.post('/v1/holds', usd(80, to(bob)));
  const capture = () => bob.send('POST', `/v1/holds/${hold.id}/capture`, { body: { amount: 30 }, idempotencyKey: 'c' });
  const replies = await Promise.all(Array.from({ length: 8 }, capture));
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  expect(replies[0]!.body).toMatchObject({ status: 'captured', captured: 30 });
  expect(replies.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
});

test('a refund sent several times at once takes of the transfer what it gave back, once', async () => {
  const [ann, bob, cat] = [await ledger.funded(100), ledger.person(), ledger.person()];
  const { id } = await send(ann, bob, 100);
  await send(bob, cat, 50);
  const refund = () => bob.send('POST', `/v1/transfers/${id}/refund`, { body: { amount: 40 }, idempotencyKey: 'r' });
  const replies = await Promise.all(Array.from({ length: 8 }, refund));
  expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(replies.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
  await send(cat, bob, 50);
  expect((await bob.post(`/v1/transfers/${id}/refund`, { amount: 60 })).status).toBe(201);
});

test('an atomic batch is refused for its own cause, at its place', async () => {
  const admin = ledger.person('chief', ['admin']);
  const [ann, bob, cat] = [await ledger.funded(100), ledger.person(), ledger.person()];
  await admin.post(`/v1/admin/accounts/${(await mainOf(cat)).id}/close`, { reason: 'on demand' });
  const post = (...transfers: object[]) => ann.post('/v1/transfers/batch', { transfers, atomic: true });
  expect((await post(usd(1, to(bob)), usd(1, to(cat)))).body).toMatchObject({
    status: 409,
    detail: 'transfers.1: The receiving account is closed',
    errors: [{ path: 'transfers.1' }],
  });
  expect((await post(usd(1, to(bob)), usd(1, { to: { userId: newId() } }))).body).toMatchObject({
    status: 404,
    errors: [{ path: 'transfers.1.to', message: 'there is no such user' }],
  });
  expect(await availableTo(ann)).toBe(100);
});

describe('strangers', () => {
  const currencies = async (person: Person) =>
    (await person.get('/v1/accounts')).body.data.map((account: { currency: string }) => account.currency);

  test('nobody gets an account because somebody without money tried to pay', async () => {
    const [eve, bob] = [ledger.person(), ledger.person()];
    const inYen = { amount: 5, currency: 'JPY' };
    expect((await eve.post('/v1/transfers', { ...inYen, ...to(bob) })).body.code).toBe('INSUFFICIENT_FUNDS');
    expect((await eve.post('/v1/holds', { ...inYen, ...to(bob) })).body.code).toBe('INSUFFICIENT_FUNDS');
    expect((await eve.post('/v1/payment-requests', { ...inYen, payerId: bob.id })).status).toBe(201);
    expect(await currencies(bob)).toEqual(['USD']);
    await eve.post('/v1/deposits', inYen);
    expect((await eve.post('/v1/transfers', { ...inYen, ...to(bob) })).status).toBe(201);
    expect(await currencies(bob)).toEqual(['USD', 'JPY']);
  });

  test('somebody who is gone gets no new account', async () => {
    const [ann, bob] = [await ledger.funded(100, 'EUR'), await ledger.funded(1)];
    ledger.forget(bob);
    const reply = await ann.post('/v1/transfers', { amount: 1, currency: 'EUR', ...to(bob) });
    expect([reply.status, reply.body.errors[0].path]).toEqual([404, 'to']);
  });
});
