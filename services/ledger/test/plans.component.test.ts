import type { Ledger, Person } from './harness.ts';
import { availableTo, mainOf, moneyLaws, send, createHarness, to, usd, waitFor } from './harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await createHarness({}, { PAYMENT_REQUESTS_PER_PAIR_PER_DAY: '3', PAYMENT_REQUESTS_PER_DAY: '5' });
});
afterEach(() => moneyLaws(ledger.sql));
afterAll(() => ledger.stop());

describe('payment requests', () => {
  const ask = async (by: Person, whom: Person, amount: number) =>
    (await by.post('/v1/payment-requests', { payerId: whom.id, amount, currency: 'USD', note: 'tickets' })).body;

  test('a request is paid in parts, and says so', async () => {
    const [ann, bob] = [await ledger.funded(1_000), ledger.person()];
    const { id } = await ask(bob, ann, 300);
    const pay = (by: Person, body: object = {}) => by.post(`/v1/payment-requests/${id}/pay`, body);
    expect((await pay(bob)).status).toBe(404);
    expect((await pay(ann, { amount: 301 })).body.errors[0].path).toBe('amount');
    expect((await pay(ann, { amount: 100 })).body.request).toMatchObject({ status: 'pending', paid: 100 });
    expect((await pay(ann)).body).toMatchObject({
      request: { status: 'paid' },
      transfer: { amount: 200, note: 'tickets' },
    });
    expect((await pay(ann)).status).toBe(409);
    expect(await availableTo(bob)).toBe(300);
    const events = await waitFor(() => {
      const found = ledger.published.filter((event) => event.aggregateId === id);
      return found.length === 3 && found;
    });
    expect(events.map((event) => event.type)).toEqual([
      'ledger.payment-requested.v1',
      'ledger.payment-request-paid.v1',
      'ledger.payment-request-paid.v1',
    ]);
  });

  test('it is declined by the payer, cancelled by the requester, and reminded once a day', async () => {
    const [ann, bob] = [await ledger.funded(1_000), ledger.person()];
    const [first, second] = [await ask(bob, ann, 1), await ask(bob, ann, 2)];
    const act = (by: Person, one: { id: string }, verb: string) => by.post(`/v1/payment-requests/${one.id}/${verb}`);
    expect((await act(bob, first, 'decline')).status).toBe(404);
    expect((await act(ann, first, 'decline')).body.status).toBe('declined');
    expect((await act(ann, first, 'pay')).status).toBe(409);
    expect((await act(bob, second, 'remind')).status).toBe(200);
    expect((await act(bob, second, 'remind')).status).toBe(429);
    ledger.clock.advance(86_400_000);
    expect((await act(bob, second, 'remind')).status).toBe(200);
    expect((await act(bob, second, 'cancel')).body.status).toBe('cancelled');
    const { body } = await ann.get('/v1/payment-requests?status=cancelled');
    expect(body.data.map((one: { id: string }) => one.id)).toEqual([second.id]);
  });

  test('it expires', async () => {
    const [ann, bob] = [await ledger.funded(1_000), ledger.person()];
    const { id } = await ask(bob, ann, 1);
    ledger.clock.advance(31 * 86_400_000);
    expect((await ann.post(`/v1/payment-requests/${id}/pay`)).status).toBe(409);
    expect((await ann.get(`/v1/payment-requests/${id}`)).body.status).toBe('expired');
    expect(await ledger.useCases.expireRequests(10)).toBeLessThanOrEqual(1);
    expect((await bob.get('/v1/payment-requests?direction=outgoing&status=expired')).body.data).toHaveLength(1);
  });

  test('asking and taking back is counted, for each person asked and in all', async () => {
    const [ann, bob, eve] = [ledger.person(), ledger.person(), ledger.person()];
    const replies = [];
    for (let time = 0; time < 4; time += 1) {
      const reply = await eve.post('/v1/payment-requests', usd(1, { from: { userId: ann.id } }));
      replies.push([reply.status, reply.body.errors?.[0].path, reply.headers.get('retry-after')]);
      if (reply.status === 201) await eve.post(`/v1/payment-requests/${reply.body.id}/cancel`);
    }
    expect(replies).toEqual([...Array(3).fill([201, undefined, null]), [429, 'from', '86400']]);
    const split = (by: Person, ...others: Person[]) =>
      by.post(
        '/v1/splits',
        usd(60, { method: 'equal', participants: others.map((one) => ({ user: { userId: one.id } })) }),
      );
    const refused = await split(eve, bob, ann);
    expect([refused.status, refused.body.errors[0].path]).toEqual([429, 'participants.1.user']);
    expect((await split(eve, bob, ledger.person())).status).toBe(201);
    expect((await split(eve, ledger.person())).status).toBe(429);
    ledger.clock.advance(86_400_000);
    expect((await split(eve, ann)).status).toBe(201);
  });

  test('of many askings at once no more than the limit pass', async () => {
    const [ann, eve] = [ledger.person(), ledger.person()];
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => eve.post('/v1/payment-requests', usd(1, { from: { userId: ann.id } }))),
    );
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(5);
  });

  test('a decline holds for a day, a further one for two', async () => {
    const [ann, eve] = [ledger.person(), ledger.person()];
    const decline = async () => {
      const { id } = await ask(eve, ann, 1);
      expect((await ann.post(`/v1/payment-requests/${id}/decline`)).status).toBe(200);
      const again = await eve.post('/v1/payment-requests', usd(1, { from: { userId: ann.id } }));
      return [again.status, again.headers.get('retry-after')];
    };
    expect(await decline()).toEqual([429, '86400']);
    ledger.clock.advance(86_400_000);
    expect(await decline()).toEqual([429, '172800']);
    expect((await eve.post('/v1/payment-requests', usd(1, { from: { userId: ledger.person().id } }))).status).toBe(201);
  });

  test('concurrent payments of one request pay it once', async () => {
    const [ann, bob] = [await ledger.funded(1_000), ledger.person()];
    const { id } = await ask(bob, ann, 100);
    const replies = await Promise.all(Array.from({ length: 15 }, () => ann.post(`/v1/payment-requests/${id}/pay`)));
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(1);
    expect(await availableTo(bob)).toBe(100);
  });

  test('a bill is split to the last unit, and a mismatch says by how much', async () => {
    const [ann, bob, cat] = [await ledger.funded(1_000), ledger.person(), ledger.person()];
    const users = [ann, bob, cat].map((person) => ({ user: { userId: person.id } }));
    const split = (body: object) => ann.post('/v1/splits', { amount: 1_000, currency: 'USD', note: 'dinner', ...body });
    const equal = await split({ method: 'equal', participants: users });
    expect(equal.body.shares.map((share: any) => [share.userId, share.amount, share.requestId === null])).toEqual([
      [ann.id, 334, true],
      [bob.id, 333, false],
      [cat.id, 333, false],
    ]);
    expect((await cat.get('/v1/payment-requests')).body.data[0]).toMatchObject({ amount: 333, splitId: equal.body.id });
    const ofBill = (await ann.get(`/v1/payment-requests?direction=outgoing&splitId=${equal.body.id}`)).body.data;
    expect(ofBill.map((request: any) => request.payerId).sort()).toEqual([bob.id, cat.id].sort());
    const give = (name: string, values: number[]) => users.map((user, i) => ({ ...user, [name]: values[i] }));
    const short = await split({ method: 'amount', participants: give('amount', [500, 300, 190]) });
    expect([short.status, short.body.detail]).toEqual([
      400,
      'participants: amounts sum to 990, 10 less than the bill of 1000',
    ]);
    const percents = await split({ method: 'percent', participants: give('percent', [33.33, 33.33, 33.33]) });
    expect(percents.body.detail).toBe('participants: per cents sum to 99.99, 0.01 less than 100');
    const shares = await split({ method: 'shares', participants: give('shares', [1, 2, 4]) });
    expect(shares.body.shares.map((share: any) => share.amount)).toEqual([143, 286, 571]);
    expect((await split({ method: 'equal', participants: [users[1], users[1]] })).status).toBe(400);
  });
});

describe('scheduled transfers', () => {
  const plan = async (ann: Person, bob: Person, more: object = {}) => {
    const startsAt = new Date(ledger.clock.now().getTime() + 3_600_000).toISOString();
    const body = usd(10, { ...to(bob), frequency: 'daily', startsAt, note: 'pocket money', ...more });
    const reply = await ann.post('/v1/scheduled-transfers', body);
    expect(reply.status).toBe(201);
    return reply.body;
  };
  const run = () => Promise.all([1, 2, 3].map(() => ledger.useCases.runSchedules(100)));

  test('each occurrence posts exactly once with several runners, and a refused one is recorded', async () => {
    const [ann, bob] = [await ledger.funded(25), ledger.person()];
    const { id } = await plan(ann, bob);
    await run();
    expect(await availableTo(bob)).toBe(0);
    ledger.clock.advance(3 * 86_400_000);
    await run();
    expect(await availableTo(bob)).toBe(20);
    const { body } = await ann.get(`/v1/scheduled-transfers/${id}`);
    expect(body.occurrences.map((o: any) => [o.number, o.status, o.failure])).toEqual([
      [2, 'failed', 'INSUFFICIENT_FUNDS'],
      [1, 'posted', null],
      [0, 'posted', null],
    ]);
    const told = () => ledger.published.filter(({ type }) => type === 'ledger.scheduled-transfer-failed.v1');
    await waitFor(() => told().length === 1);
    expect(told()[0]!.data).toMatchObject({
      scheduleId: id,
      ownerId: ann.id,
      amount: '10',
      failure: 'INSUFFICIENT_FUNDS',
    });
  });

  test('a paused one waits, a skipped occurrence is left out, a cancelled one ends', async () => {
    const [ann, bob] = [await ledger.funded(1_000), ledger.person()];
    const { id } = await plan(ann, bob);
    const act = (verb: string, by = ann) => by.post(`/v1/scheduled-transfers/${id}/${verb}`);
    expect((await act('pause', bob)).status).toBe(404);
    await act('pause');
    ledger.clock.advance(2 * 86_400_000);
    await run();
    expect(await availableTo(bob)).toBe(0);
    expect((await act('resume')).body.status).toBe('active');
    await act('skip');
    ledger.clock.advance(86_400_000);
    await run();
    expect(await availableTo(bob)).toBe(0);
    ledger.clock.advance(86_400_000);
    await run();
    expect(await availableTo(bob)).toBe(10);
    expect((await act('cancel')).body).toMatchObject({ status: 'cancelled', nextAt: null });
    expect((await act('skip')).status).toBe(409);
  });
});

test('a schedule that can not be decided keeps no other waiting', async () => {
  const [ann, bob] = [await ledger.funded(100), ledger.person()];
  const startsAt = new Date(ledger.clock.now().getTime() + 1_000).toISOString();
  const plan = (note: string) =>
    ann.post('/v1/scheduled-transfers', usd(10, { ...to(bob), frequency: 'once', startsAt, note }));
  const broken = await plan('broken');
  await plan('fine');
  // longer than a transfer's note may be: posting it fails, which is no refusal
  await ledger.sql.query(
    `UPDATE schedules SET note = repeat('x', 501), next_at = next_at - interval '1 second' WHERE id = $1`,
    [broken.body.id],
  );
  ledger.clock.advance(2_000);
  await expect(ledger.useCases.runSchedules(100)).rejects.toThrow('1 schedules');
  expect(await availableTo(bob)).toBe(10);
  await ann.post(`/v1/scheduled-transfers/${broken.body.id}/cancel`);
});

test('what a paused schedule missed is on record as skipped', async () => {
  const [ann, bob] = [await ledger.funded(100), ledger.person()];
  const startsAt = new Date(ledger.clock.now().getTime() + 3_600_000).toISOString();
  const plan = await ann.post('/v1/scheduled-transfers', usd(1, { ...to(bob), frequency: 'once', startsAt }));
  const path = `/v1/scheduled-transfers/${plan.body.id}`;
  await ann.post(`${path}/pause`);
  ledger.clock.advance(86_400_000);
  expect((await ann.post(`${path}/resume`)).body.status).toBe('done');
  expect((await ann.get(path)).body.occurrences).toMatchObject([{ number: 0, status: 'skipped', dueAt: startsAt }]);
});

describe('exchanges', () => {
  test('money changes currency at the quote, each currency sums to zero, a quote is used once', async () => {
    const ann = await ledger.funded(10_000);
    const quote = await ann.post('/v1/exchanges/quotes', { from: 'USD', to: 'EUR', amount: 1_001 });
    expect(quote.body).toMatchObject({ from: { amount: 1_001 }, to: { amount: 926 }, rate: '0.9259259259' });
    const use = (by = ann) => by.post('/v1/exchanges', { quoteId: quote.body.id });
    expect((await use(ledger.person())).status).toBe(404);
    expect((await use()).status).toBe(201);
    expect((await use()).status).toBe(409);
    expect([await availableTo(ann), await availableTo(ann, 'EUR')]).toEqual([8_999, 926]);
    const rounding = await ledger.sql.query(
      `SELECT sum(posted)::int AS sum FROM accounts WHERE reference = 'rounding'`,
    );
    expect(rounding.rows[0].sum).toBe(1);
  });

  test('a quote may say what is to arrive, and exchanges are listed with both amounts', async () => {
    const [ann, eve] = [await ledger.funded(10_000), await ledger.funded(10)];
    const ask = (body: object) => ann.post('/v1/exchanges/quotes', { from: 'USD', to: 'KWD', ...body });
    const exchange = async (body: object) => {
      const quote = (await ask(body)).body;
      return (await ann.post('/v1/exchanges', { quoteId: quote.id })).body;
    };
    const first = await exchange({ toAmount: 1_000 });
    expect(first).toMatchObject({ from: { currency: 'USD', amount: 325 }, to: { currency: 'KWD', amount: 1_000 } });
    const second = await exchange({ toAmount: 2 });
    expect([second.from.amount, second.to.amount]).toEqual([1, 2]);
    await exchange({ amount: 100 });
    expect(await availableTo(ann, 'KWD')).toBe(1_309);
    await ask({ amount: 50 });
    const page = await ann.get('/v1/exchanges?limit=2');
    expect(page.body.data.map((one: any) => [one.from.amount, one.to.amount])).toEqual([
      [100, 307],
      [1, 2],
    ]);
    const rest = await ann.get(`/v1/exchanges?cursor=${page.body.nextCursor}`);
    expect([rest.body.data.map((one: any) => one.id), rest.body.nextCursor]).toEqual([[first.id], null]);
    expect((await eve.get('/v1/exchanges')).body.data).toEqual([]);
    const { exchange: told } = (await ann.get(`/v1/transfers/${first.transferId}`)).body;
    expect(told).toMatchObject({ from: { amount: 325 }, to: { currency: 'KWD', amount: 1_000 } });
    expect((await ann.get('/v1/transfers?kind=exchange')).body.data[2].exchange).toEqual(told);
    const little = await ann.post('/v1/exchanges/quotes', { from: 'IDR', to: 'KWD', amount: 1 });
    expect([little.status, little.body.meta.minimum, little.body.errors[0].path]).toEqual([400, 5_159, 'amount']);
    const least = { from: 'IDR', to: 'KWD', amount: 5_159 };
    expect((await ann.post('/v1/exchanges/quotes', least)).body.to.amount).toBe(1);
    expect((await ask({ amount: 1, toAmount: 1 })).body.errors[0].path).toBe('amount');
    expect((await ask({})).status).toBe(400);
  });

  test('an expired quote, too little and an unknown currency are refused', async () => {
    const ann = await ledger.funded(10_000);
    const quote = await ann.post('/v1/exchanges/quotes', { from: 'USD', to: 'JPY', amount: 1_000 });
    expect(quote.body.to.amount).toBe(1_492);
    ledger.clock.advance(61_000);
    expect((await ann.post('/v1/exchanges', { quoteId: quote.body.id })).status).toBe(409);
    for (const body of [
      { from: 'IDR', to: 'KWD', amount: 1 },
      { from: 'USD', to: 'USD', amount: 1 },
      { from: 'USD', to: 'ZZZ', amount: 100 },
      { from: 'USD', to: 'IDR', amount: 10 ** 14 },
      { from: 'KWD', to: 'IDR', amount: Number.MAX_SAFE_INTEGER },
    ]) {
      expect((await ann.post('/v1/exchanges/quotes', body)).status).toBe(400);
    }
  });
});

describe('limits', () => {
  test('what exceeds a limit is refused with what remains and when it resets', async () => {
    const admin = ledger.person('root', ['admin']);
    const [ann, bob] = [await ledger.funded(100_000), ledger.person()];
    const { id } = await mainOf(ann);
    const limits = { single: 500, daySum: 700, dayCount: 3 };
    const set = (by: Person) => by.send('PUT', `/v1/admin/accounts/${id}/limits`, { body: { limits, reason: 'test' } });
    expect((await set(bob)).status).toBe(403);
    expect((await set(admin)).status).toBe(200);
    const transfer = (amount: number) => ann.post('/v1/transfers', usd(amount, to(bob)));
    expect((await transfer(501)).body.meta).toMatchObject({ limit: 'single', remaining: 500 });
    expect((await transfer(500)).status).toBe(201);
    const over = await transfer(201);
    expect([over.status, over.body.code]).toEqual([422, 'LIMIT_EXCEEDED']);
    const tomorrow = `${new Date(ledger.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10)}T00:00:00.000Z`;
    expect(over.body.meta).toEqual({ limit: 'daySum', remaining: 200, resetsAt: tomorrow });
    expect((await transfer(1)).status).toBe(201);
    expect((await transfer(1)).status).toBe(201);
    expect((await transfer(1)).body.meta.limit).toBe('dayCount');
    const seen = await ann.get('/v1/limits');
    expect(seen.body.data[0]).toMatchObject({
      currency: 'USD',
      single: 500,
      day: { sum: { used: 502, remaining: 198 } },
    });
    ledger.clock.advance(86_400_000);
    expect((await transfer(1)).status).toBe(201);
  });

  test('concurrent transfers pass a daily limit no further than it goes', async () => {
    const [ann, bob] = [await ledger.funded(9_000_000), ledger.person()];
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => ann.post('/v1/transfers', usd(400_000, to(bob)))),
    );
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(6);
  });
});

describe('administration', () => {
  test('a frozen account neither sends nor gets, a closed one is empty and stays closed', async () => {
    const admin = ledger.person('boss', ['admin']);
    const [ann, bob] = [await ledger.funded(100), await ledger.funded(100)];
    const { id } = await mainOf(ann);
    const act = (verb: string) => admin.post(`/v1/admin/accounts/${id}/${verb}`, { reason: 'a court said so' });
    expect((await act('freeze')).body.status).toBe('frozen');
    expect((await ann.post('/v1/transfers', usd(1, to(bob)))).body.code).toBe('ACCOUNT_FROZEN');
    expect((await bob.post('/v1/transfers', usd(1, to(ann)))).body.code).toBe('ACCOUNT_FROZEN');
    expect((await ann.post('/v1/deposits', usd(1))).body.code).toBe('ACCOUNT_FROZEN');
    expect((await act('close')).status).toBe(409);
    await act('unfreeze');
    await send(ann, bob, 100);
    expect((await act('close')).body.status).toBe('closed');
    expect((await bob.post('/v1/transfers', usd(1, to(ann)))).status).toBe(409);
    const plan = { frequency: 'once', startsAt: '2027-01-01T09:00:00Z' };
    for (const whom of [to(ann), { to: { accountId: id } }]) {
      const hold = await bob.post('/v1/holds', usd(1, whom));
      const planned = await bob.post('/v1/scheduled-transfers', usd(1, { ...whom, ...plan }));
      expect([hold.status, hold.body.detail, planned.status, planned.body.detail]).toEqual([
        ...[409, 'The receiving account is closed', 409, 'The receiving account is closed'],
      ]);
    }
    expect((await act('unfreeze')).status).toBe(409);
  });

  test('a reversal undoes a transfer once, an exchange too; an adjustment sets a balance right', async () => {
    const admin = ledger.person('chief', ['admin']);
    const [ann, bob] = [await ledger.funded(1_000), ledger.person()];
    const { id } = await send(ann, bob, 400);
    const reverse = (transferId: string) =>
      admin.post(`/v1/admin/transfers/${transferId}/reverse`, { reason: 'mistake' });
    expect((await reverse(id)).body).toMatchObject({ kind: 'reversal', reversesTransferId: id });
    expect((await reverse(id)).status).toBe(409);
    const quote = await ann.post('/v1/exchanges/quotes', { from: 'USD', to: 'EUR', amount: 333 });
    const exchange = await ann.post('/v1/exchanges', { quoteId: quote.body.id });
    expect((await reverse(exchange.body.transferId)).status).toBe(201);
    expect([await availableTo(ann), await availableTo(ann, 'EUR')]).toEqual([1_000, 0]);
    const accountId = (await mainOf(ann)).id;
    const adjust = (amount: number) => admin.post('/v1/admin/adjustments', { accountId, amount, reason: 'goodwill' });
    expect((await adjust(50)).body).toMatchObject({ kind: 'adjustment', amount: 50 });
    expect((await adjust(-1_051)).body.code).toBe('INSUFFICIENT_FUNDS');
    const listed = await admin.get(`/v1/admin/transfers?userId=${ann.id}&kind=reversal`);
    expect(listed.body.data).toHaveLength(2);
    expect((await ann.get('/v1/admin/transfers')).status).toBe(403);
    expect((await admin.get('/v1/admin/integrity')).body).toMatchObject({ healthy: true });
  });
});
