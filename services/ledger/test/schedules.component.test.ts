import { newId } from '@florin/service-kit';
import { availableTo, createHarness, moneyLaws, to, usd, type Ledger, type Person } from './harness.ts';

let ledger: Ledger;
const zones = new Map<string, string>();
beforeAll(async () => {
  ledger = await createHarness({
    zones: { timeZoneOf: (userId) => Promise.resolve(zones.get(userId) ?? 'UTC') },
  });
});
afterEach(() => moneyLaws(ledger.sql));
afterAll(() => ledger.stop());

const inDays = (days: number) => new Date(ledger.clock.now().getTime() + days * 86_400_000);
const plan = (ann: Person, bob: Person, more: object = {}) =>
  ann.post('/v1/scheduled-transfers', usd(10, { ...to(bob), frequency: 'daily', startsAt: inDays(1), ...more }));
const run = () => ledger.useCases.runSchedules(100);
const edit = (ann: Person, id: string, body: object, idempotencyKey = newId()) =>
  ann.send('PATCH', `/v1/scheduled-transfers/${id}`, { body, idempotencyKey });
const shown = async (ann: Person, id: string) => (await ann.get(`/v1/scheduled-transfers/${id}`)).body;

test('a plan counts in the zone of its owner, or in the one that is given, and the 31st comes back', async () => {
  const [ann, bob] = [await ledger.funded(100), ledger.person()];
  zones.set(ann.id, 'Europe/Berlin');
  const monthly = { frequency: 'monthly', startsAt: '2027-01-31T09:00:00+01:00' };
  const own = await plan(ann, bob, monthly);
  expect(own.body).toMatchObject({ timeZone: 'Europe/Berlin', nextAt: '2027-01-31T08:00:00.000Z' });
  const skip = async () => (await ann.post(`/v1/scheduled-transfers/${own.body.id}/skip`)).body.nextAt;
  expect([await skip(), await skip(), await skip()]).toEqual([
    '2027-02-28T08:00:00.000Z',
    '2027-03-31T07:00:00.000Z', // 09:00 summer time
    '2027-04-30T07:00:00.000Z',
  ]);
  const given = await plan(ann, bob, { ...monthly, timeZone: 'America/New_York', frequency: 'quarterly' });
  expect(given.body).toMatchObject({ timeZone: 'America/New_York', frequency: 'quarterly' });
  const wrong = await plan(ann, bob, { ...monthly, timeZone: 'Europe/Berlinn' });
  expect([wrong.status, wrong.body.errors[0].path]).toEqual([400, 'timeZone']);
});

test('a plan is edited from its next occurrence on, once per key, by its owner only', async () => {
  const [ann, bob] = [await ledger.funded(100), ledger.person()];
  const { id } = (await plan(ann, bob, { startsAt: '2027-03-01T09:00:00Z' })).body;
  const key = newId();
  const edited = await edit(ann, id, { amount: 7, note: 'less', timeZone: 'Asia/Tokyo' }, key);
  expect(edited.body).toMatchObject({ amount: 7, note: 'less', nextAt: '2027-03-01T00:00:00.000Z' });
  expect((await edit(ann, id, { frequency: 'yearly', nextAt: '2027-06-01T00:00:00Z' })).body).toMatchObject({
    frequency: 'yearly',
    nextAt: '2027-06-01T00:00:00.000Z',
  });
  const replay = await edit(ann, id, { amount: 7, note: 'less', timeZone: 'Asia/Tokyo' }, key);
  expect([replay.body, replay.headers.get('idempotency-replayed')]).toEqual([edited.body, 'true']);
  expect((await edit(bob, id, { amount: 1 })).status).toBe(404);
  expect((await edit(ann, id, { endsAt: '2027-01-01T00:00:00Z' })).status).toBe(400);
  await ann.post(`/v1/scheduled-transfers/${id}/cancel`);
  expect((await edit(ann, id, { amount: 1 })).status).toBe(409);
});

test('a failed occurrence says why and is tried again when that is set', async () => {
  const [ann, bob] = [await ledger.funded(1), ledger.person()];
  const { id } = (await plan(ann, bob, { frequency: 'weekly', retries: 2 })).body;
  ledger.clock.advance(86_400_000);
  await run();
  expect((await shown(ann, id)).occurrences).toMatchObject([
    { number: 0, status: 'failed', failure: 'INSUFFICIENT_FUNDS', reason: expect.stringContaining('1 minor units') },
  ]);
  await ann.post('/v1/deposits', usd(50));
  ledger.clock.advance(86_400_000);
  await run();
  const { occurrences, nextAt } = await shown(ann, id);
  expect(occurrences).toMatchObject([{ number: 0, status: 'posted', failure: null, reason: null }]);
  expect(new Date(nextAt).getTime()).toBe(new Date(occurrences[0].dueAt).getTime() + 7 * 86_400_000);
  expect(await availableTo(bob)).toBe(10);
});

test('a plan in a currency nobody holds yet opens no account until it is paid', async () => {
  const [ann, bob] = [ledger.person(), ledger.person()];
  const accounts = async (person: Person) =>
    (await person.get('/v1/accounts')).body.data.map(({ currency }: { currency: string }) => currency);
  const made = await plan(ann, bob, { currency: 'EUR' });
  expect([made.status, made.body.to]).toEqual([201, { userId: bob.id, accountId: null }]);
  ledger.clock.advance(86_400_000);
  await run();
  expect((await shown(ann, made.body.id)).occurrences).toMatchObject([{ failure: 'INSUFFICIENT_FUNDS' }]);
  expect([await accounts(ann), await accounts(bob)]).toEqual([['USD'], ['USD']]);
  await ann.post('/v1/deposits', { amount: 15, currency: 'EUR' });
  ledger.clock.advance(86_400_000);
  await Promise.all([run(), run(), run()]);
  expect(await availableTo(bob, 'EUR')).toBe(10);
  expect((await shown(ann, made.body.id)).to.accountId).not.toBeNull();
});

test('trying to pay a request or to exchange without money opens no account', async () => {
  const [ann, bob] = [ledger.person(), await ledger.funded(100)];
  const request = await bob.post('/v1/payment-requests', { payerId: ann.id, amount: 5, currency: 'EUR' });
  const paid = await ann.post(`/v1/payment-requests/${request.body.id}/pay`, {});
  const quote = await ann.post('/v1/exchanges/quotes', { from: 'GBP', to: 'EUR', amount: 100 });
  const exchanged = await ann.post('/v1/exchanges', { quoteId: quote.body.id });
  expect([paid.body.code, exchanged.body.code]).toEqual(['INSUFFICIENT_FUNDS', 'INSUFFICIENT_FUNDS']);
  const { rows } = await ledger.sql.query('SELECT DISTINCT currency FROM accounts WHERE owner_id = ANY ($1)', [
    [ann.id, bob.id],
  ]);
  expect(rows.map(({ currency }) => currency)).toEqual(['USD']);
});

test('an exchange returns its first reply to a repeat, also when the quote is gone', async () => {
  const ann = await ledger.funded(1_000);
  const quote = await ann.post('/v1/exchanges/quotes', { from: 'USD', to: 'EUR', amount: 500 });
  const use = () => ann.send('POST', '/v1/exchanges', { body: { quoteId: quote.body.id }, idempotencyKey: 'once' });
  const first = await use();
  await ledger.sql.query('DELETE FROM exchange_quotes WHERE id = $1', [quote.body.id]);
  const second = await use();
  expect([second.status, second.body]).toEqual([201, first.body]);
});
