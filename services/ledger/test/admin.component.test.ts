import { identityHeaders } from '@florin/testing';
import { availableTo, mainOf, moneyLaws, send, createHarness, to, usd, type Ledger, type Person } from './harness.ts';

let ledger: Ledger;
let admin: Person;
beforeAll(async () => {
  ledger = await createHarness();
  admin = ledger.person('root', ['admin']);
});
afterEach(() => moneyLaws(ledger.sql));
afterAll(() => ledger.stop());

const reverse = (transferId: string, more: object = {}) =>
  admin.post(`/v1/admin/transfers/${transferId}/reverse`, { reason: 'suspected fraud, case 12', ...more });

describe('what an admin does', () => {
  test('is on record with its reason, of which the people concerned see nothing', async () => {
    const [ann, bob] = [await ledger.funded(100), ledger.person()];
    const { id } = await send(ann, bob, 40);
    const reversal = await reverse(id, { note: 'Payment undone' });
    expect(reversal.body).toMatchObject({ kind: 'reversal', note: 'Payment undone' });
    const accountId = (await mainOf(ann)).id;
    await admin.post('/v1/admin/adjustments', { accountId, amount: 5, reason: 'goodwill, case 12' });
    expect((await ann.get('/v1/transfers')).text).not.toMatch(/case 12/);
    const { rows } = await ledger.sql.query(
      'SELECT action, admin_id, reason FROM admin_actions WHERE subject_id = ANY ($1) ORDER BY created_at, id',
      [[id, accountId]],
    );
    expect(rows).toEqual([
      { action: 'reversal', admin_id: admin.id, reason: 'suspected fraud, case 12' },
      { action: 'adjustment', admin_id: admin.id, reason: 'goodwill, case 12' },
    ]);
  });

  test('is done once per key, also when the account was changed since', async () => {
    const ann = await ledger.funded(100);
    const { id } = await mainOf(ann);
    const act = (verb: string, idempotencyKey: string, reason = 'a court said so') =>
      admin.send('POST', `/v1/admin/accounts/${id}/${verb}`, { body: { reason }, idempotencyKey });
    const first = await act('freeze', 'f');
    await act('unfreeze', 'u');
    const late = await act('freeze', 'f');
    expect(late.headers.get('idempotency-replayed')).toBe('true');
    expect([late.body, late.body.status]).toEqual([first.body, 'frozen']);
    expect((await act('freeze', 'f', 'another reason')).body.code).toBe('IDEMPOTENCY_MISMATCH');
    await send(ann, ledger.person(), 100);
    expect((await act('close', 'c')).body.status).toBe('closed');
    expect((await act('close', 'c')).body.status).toBe('closed');
    const { rows } = await ledger.sql.query('SELECT count(*)::int AS n FROM admin_actions WHERE subject_id = $1', [id]);
    expect(rows[0].n).toBe(3);
  });
});

describe('a reversal', () => {
  test('gives the sender its limits back', async () => {
    const [ann, bob] = [await ledger.funded(100), ledger.person()];
    const { id } = await send(ann, bob, 40);
    await reverse(id);
    expect((await ann.get('/v1/limits')).body.data[0].month).toMatchObject({ sum: { used: 0 }, count: { used: 0 } });
  });

  test('of a capture gives back what it counts since it was held', async () => {
    const [ann, bob] = [await ledger.funded(100), ledger.person()];
    const hold = await ann.post('/v1/holds', usd(60, { userId: bob.id }));
    const captured = await bob.post(`/v1/holds/${hold.body.id}/capture`, { amount: 40 });
    await reverse(captured.body.transferId);
    expect((await ann.get('/v1/limits')).body.data[0].month).toMatchObject({ sum: { used: 0 }, count: { used: 0 } });
  });

  test('of a refund counts the payment again', async () => {
    const [ann, bob] = [await ledger.funded(100), ledger.person()];
    const { id } = await send(ann, bob, 40);
    const used = async () => {
      const { sum, count } = (await ann.get('/v1/limits')).body.data[0].day;
      return [sum.used, count.used];
    };
    const refund = (amount: number) => bob.post(`/v1/transfers/${id}/refund`, { amount });
    await refund(10);
    expect(await used()).toEqual([30, 1]);
    const rest = await refund(30);
    expect(await used()).toEqual([0, 0]);
    await reverse(rest.body.id);
    expect(await used()).toEqual([30, 1]);
  });

  test('of a refund lets the money be given back anew', async () => {
    const [ann, bob] = [await ledger.funded(100), ledger.person()];
    const { id } = await send(ann, bob, 100);
    const refund = (amount: number) => bob.post(`/v1/transfers/${id}/refund`, { amount });
    const first = await refund(60);
    expect((await reverse(first.body.id)).status).toBe(201);
    expect((await reverse(first.body.id)).status).toBe(409);
    expect((await refund(101)).body.errors[0].path).toBe('amount');
    expect((await refund(100)).status).toBe(201);
    expect([await availableTo(ann), await availableTo(bob)]).toEqual([100, 0]);
  });

  test('of points is refused: their lots would stay', async () => {
    const ann = ledger.person();
    const points = { ownerId: ann.id, points: '50', reason: 'hello', lapsesAt: '', idempotencyKey: 'p' };
    const granted = await ledger.rpc.grantPoints(points);
    expect((await reverse(granted.transfer?.id ?? '')).body.detail).toMatch(/granted and spent/);
    expect((await ledger.rpc.getPoints({ ownerId: ann.id })).balance).toBe('50');
  });
});

describe('what was given back', () => {
  test('is told of a transfer, found by its status, and taken off when the refund is undone', async () => {
    const [ann, bob, cat] = [await ledger.funded(1_000), ledger.person(), ledger.person()];
    const [whole, part, undone, plain] = [
      await send(ann, bob, 10),
      await send(ann, bob, 20),
      await send(ann, bob, 30),
      await send(ann, bob, 40),
    ];
    expect(plain).toMatchObject({ status: 'posted', refunded: 0, reversedBy: null, refunds: [] });
    const refund = async (id: string, amount: number) =>
      (await bob.post(`/v1/transfers/${id}/refund`, { amount })).body.id as string;
    const first = await refund(whole.id, 4);
    const second = await refund(whole.id, 6);
    const third = await refund(part.id, 5);
    const reversal = (await reverse(undone.id)).body.id;
    const read = async (id: string) => (await bob.get(`/v1/transfers/${id}`)).body;
    const [one, other] = [await read(whole.id), await read(undone.id)];
    expect(one).toMatchObject({ status: 'refunded', refunded: 10, reversedBy: null });
    expect(one.refunds.map((r: any) => [r.id, r.amount])).toEqual([
      [second, 6],
      [first, 4],
    ]);
    expect(other).toMatchObject({ status: 'reversed', refunded: 30, reversedBy: reversal, refunds: [] });
    const found = async (status: string, who = ann, path = '/v1/transfers?') =>
      (await who.get(`${path}kind=peer&status=${status}`)).body.data.map((t: { id: string }) => t.id);
    expect(await found('refunded')).toEqual([whole.id]);
    expect(await found('partly_refunded')).toEqual([part.id]);
    expect(await found('reversed', bob)).toEqual([undone.id]);
    expect(await found('posted')).toEqual([plain.id]);
    expect(await found('refunded', admin, `/v1/admin/transfers?userId=${ann.id}&`)).toEqual([whole.id]);
    expect((await cat.get('/v1/transfers?status=given')).status).toBe(400);
    await reverse(third);
    expect(await read(part.id)).toMatchObject({ status: 'posted', refunded: 0, refunds: [] });
    expect(await read(third)).toMatchObject({ kind: 'refund', status: 'reversed' });
  });

  test('is told of a paid request, a captured hold and a withdrawal', async () => {
    const [ann, bob] = [await ledger.funded(1_000), ledger.person()];
    const asked = (await bob.post('/v1/payment-requests', usd(50, { payerId: ann.id }))).body;
    const paid = (await ann.post(`/v1/payment-requests/${asked.id}/pay`, {})).body;
    expect(paid.request).toMatchObject({ status: 'paid', refunded: 0 });
    const refund = (amount: number) => bob.post(`/v1/transfers/${paid.transfer.id}/refund`, { amount });
    const request = async () => (await ann.get(`/v1/payment-requests/${asked.id}`)).body;
    await refund(20);
    expect(await request()).toMatchObject({ status: 'partly_refunded', paid: 50, refunded: 20 });
    const rest = await refund(30);
    expect(await request()).toMatchObject({ status: 'refunded', refunded: 50 });
    const listed = async (status: string) => (await ann.get(`/v1/payment-requests?status=${status}`)).body.data.length;
    expect([await listed('refunded'), await listed('paid')]).toEqual([1, 0]);
    await reverse(rest.body.id);
    expect(await request()).toMatchObject({ status: 'partly_refunded', refunded: 20 });

    const hold = (await ann.post('/v1/holds', usd(60, to(bob)))).body;
    const captured = (await bob.post(`/v1/holds/${hold.id}/capture`, {})).body;
    expect(captured).toMatchObject({ refunded: 0, reversedBy: null });
    const undone = (await reverse(captured.transferId)).body.id;
    expect((await ann.get('/v1/holds')).body.data[0]).toMatchObject({ refunded: 60, reversedBy: undone });

    const failed = (await ann.post('/v1/withdrawals', usd(70, { method: 'sandbox-fail' }))).body;
    const shown = { status: 'failed', refunded: 70, reversedBy: expect.any(String) };
    expect((await ann.get('/v1/withdrawals')).body.data[0]).toMatchObject(shown);
    expect((await ann.get(`/v1/withdrawals/${failed.id}`)).body).toMatchObject(shown);
  });
});

describe('limits over several currencies', () => {
  test('all currencies count together at the first account, and what comes back counts no more', async () => {
    // who signed in a minute ago is nobody any more
    const chief = ledger.person('chief', ['admin']);
    const [ann, bob] = [await ledger.funded(20_000), ledger.person()];
    await ann.post('/v1/deposits', { amount: 50_000, currency: 'EUR' });
    await chief.send('PUT', `/v1/admin/accounts/${(await mainOf(ann)).id}/limits`, {
      body: { limits: { daySum: 10_000 }, reason: 'test' },
    });
    const eur = (amount: number) => ({ amount, currency: 'EUR' });
    const pay = (amount: number, currency: string) => ann.post('/v1/transfers', { amount, currency, ...to(bob) });
    const used = async () => {
      const { data } = (await ann.get('/v1/limits')).body;
      const sums = data.map(({ day }: any) => [day.sum.used, day.sum.remaining, day.count.used]);
      return [...sums[0], ...sums[1]];
    };
    const first = await pay(5_000, 'EUR');
    expect(await used()).toEqual([5_400, 4_600, 1, 5_000, 4_259, 1]);
    expect((await pay(4_260, 'EUR')).body.meta).toMatchObject({ limit: 'daySum', remaining: 4_600 });
    expect((await pay(4_600, 'USD')).status).toBe(201);
    expect((await pay(1, 'EUR')).body.code).toBe('LIMIT_EXCEEDED');
    const refund = (amount: number) => bob.post(`/v1/transfers/${first.body.id}/refund`, eur(amount));
    expect((await bob.post(`/v1/transfers/${first.body.id}/refund`, { amount: 1_111 })).status).toBe(201);
    expect((await refund(1)).status).toBe(400);
    expect((await bob.post(`/v1/transfers/${first.body.id}/refund`, {})).status).toBe(201);
    expect(await used()).toEqual([4_600, 5_400, 1, 0, 5_000, 0]);
    const hold = await ann.post('/v1/holds', { ...eur(5_000), ...to(bob) });
    expect(await used()).toEqual([10_000, 0, 2, 5_000, 0, 1]);
    const plan = { ...eur(1), ...to(bob), frequency: 'once', startsAt: ledger.clock.now().toISOString() };
    const planned = (await ann.post('/v1/scheduled-transfers', plan)).body.id;
    await ledger.useCases.runSchedules(10);
    const tried = (await ann.get(`/v1/scheduled-transfers/${planned}`)).body.occurrences;
    expect(tried[0]).toMatchObject({ status: 'failed', failure: 'LIMIT_EXCEEDED' });
    const captured = await bob.post(`/v1/holds/${hold.body.id}/capture`, { amount: 2_000 });
    expect(await used()).toEqual([6_760, 3_240, 2, 2_000, 3_000, 1]);
    await chief.post(`/v1/admin/transfers/${captured.body.transferId}/reverse`, { reason: 'mistake' });
    const freed = await ann.post('/v1/holds', { ...eur(100), ...to(bob) });
    await ann.post(`/v1/holds/${freed.body.id}/void`);
    await ann.post('/v1/withdrawals', { ...eur(300), method: 'sandbox-fail' });
    expect(await used()).toEqual([4_600, 5_400, 1, 0, 5_000, 0]);
    expect((await ann.post('/v1/withdrawals', eur(1_000))).status).toBe(201);
    const request = (await bob.post('/v1/payment-requests', { ...eur(500), payerId: ann.id })).body;
    expect((await ann.post(`/v1/payment-requests/${request.id}/pay`, {})).status).toBe(201);
    const service = {
      ...{ idempotencyKey: request.id, callerUserId: ann.id, kind: 'peer', amount: '200', currency: 'EUR' },
      ...{ from: { userId: ann.id }, to: { userId: bob.id } },
    };
    const { results } = await ledger.rpc.postTransfers({ transfers: [service] });
    expect(results[0]?.result).toBe('transfer');
    expect(await used()).toEqual([6_436, 3_564, 4, 1_700, 3_300, 3]);
  });

  test('people who pay each other in two currencies at once wait for no deadlock and pass no limit', async () => {
    const people = [ledger.person(), ledger.person()];
    const fill = (one: Person, currency: string) => one.post('/v1/deposits', { amount: 9_000_000, currency });
    await Promise.all(people.flatMap((one) => [fill(one, 'USD'), fill(one, 'EUR')]));
    const [ann, bob] = people as [Person, Person];
    const all = Array.from({ length: 24 }, (_, index) => {
      const [from, whom] = index % 2 === 0 ? [ann, bob] : [bob, ann];
      const body = { amount: 400_000, currency: index % 3 === 0 ? 'USD' : 'EUR', ...to(whom) };
      return from.post(index % 4 > 1 ? '/v1/holds' : '/v1/transfers', body);
    });
    const replies = await Promise.all(all);
    expect(replies.map(({ status }) => status).filter((status) => status !== 201 && status !== 422)).toEqual([]);
    const { rows } = await ledger.sql.query<{ sum: number; count: number }>(
      `SELECT day_sum::int AS sum, day_count AS count FROM accounts
       WHERE owner_id = ANY ($1) AND kind = 'main' AND counts_at IS NULL`,
      [people.map(({ id }) => id)],
    );
    expect(rows).toHaveLength(2);
    for (const { sum } of rows) expect(sum).toBeLessThanOrEqual(2_500_000);
    const granted = replies.filter(({ status }) => status === 201).length;
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(granted);
  });
});

test('a frozen receiver is told from a frozen sender', async () => {
  const [ann, bob] = [await ledger.funded(100), await ledger.funded(100)];
  await admin.post(`/v1/admin/accounts/${(await mainOf(bob)).id}/freeze`, { reason: 'a court said so' });
  expect((await ann.post('/v1/transfers', usd(1, to(bob)))).body.detail).toBe('The receiving account is frozen');
  expect((await bob.post('/v1/transfers', usd(1, to(ann)))).body.detail).toBe('The account is frozen');
});

test('scheduled transfers from or to a closed account end', async () => {
  const [ann, bob] = [await ledger.funded(100), ledger.person()];
  const startsAt = new Date(ledger.clock.now().getTime() + 3_600_000).toISOString();
  const plan = await ann.post('/v1/scheduled-transfers', usd(1, { ...to(bob), frequency: 'daily', startsAt }));
  await admin.post(`/v1/admin/accounts/${(await mainOf(bob)).id}/close`, { reason: 'on demand' });
  const { body } = await ann.get(`/v1/scheduled-transfers/${plan.body.id}`);
  expect(body).toMatchObject({ status: 'cancelled', nextAt: null });
});

test('a transfer of kind wallet is for one owner only', async () => {
  const [ann, bob] = [await ledger.funded(100), await ledger.funded(100)];
  const [from, party] = await Promise.all([mainOf(ann), mainOf(bob)]);
  const transfers = [
    {
      idempotencyKey: 'w',
      kind: 'wallet',
      from: { accountId: from.id },
      to: { accountId: party.id },
      amount: '1',
      currency: 'USD',
    },
  ];
  const { results } = await ledger.rpc.postTransfers({ transfers });
  expect(results[0]?.error).toMatchObject({ code: 'INVALID_ARGUMENT' });
});

describe('what support staff look at', () => {
  const support = () => ledger.person('help', ['support']);

  test("are a person's accounts, an account of anybody, its entries and a transfer with both people", async () => {
    const [ann, bob] = [await ledger.funded(100), ledger.person()];
    const { id } = await send(ann, bob, 40);
    const account = await mainOf(ann);
    const staff = support();
    const accounts = await staff.get(`/v1/admin/accounts?userId=${ann.id}`);
    expect(accounts.body.data).toEqual([{ ...account, userId: ann.id }]);
    expect((await staff.get(`/v1/admin/accounts/${account.id}`)).body).toEqual({ ...account, userId: ann.id });
    const entries = await staff.get(`/v1/admin/accounts/${account.id}/entries?limit=1`);
    expect(entries.body.data).toMatchObject([{ transferId: id, amount: -40, balanceAfter: 60 }]);
    const older = await staff.get(
      `/v1/admin/accounts/${account.id}/entries?limit=1&cursor=${entries.body.nextCursor as string}`,
    );
    expect(older.body.data).toMatchObject([{ kind: 'deposit', amount: 100 }]);
    expect((await staff.get(`/v1/admin/transfers/${id}`)).body).toMatchObject({
      id,
      from: { userId: ann.id },
      to: { userId: bob.id },
    });
    expect((await staff.get(`/v1/admin/transfers?userId=${bob.id}`)).body.data).toMatchObject([{ id }]);
  });

  test('are the actions of admins, by subject and by admin, newest first', async () => {
    const { id } = await mainOf(await ledger.funded(100));
    for (const verb of ['freeze', 'unfreeze'])
      await admin.post(`/v1/admin/accounts/${id}/${verb}`, { reason: `case 7: ${verb}` });
    const listed = await support().get(`/v1/admin/actions?subjectId=${id}&adminId=${admin.id}`);
    expect(listed.body.data.map(({ reason }: { reason: string }) => reason)).toEqual([
      'case 7: unfreeze',
      'case 7: freeze',
    ]);
    const paged = await support().get(`/v1/admin/actions?subjectId=${id}&limit=1`);
    const next = await support().get(
      `/v1/admin/actions?subjectId=${id}&limit=1&cursor=${paged.body.nextCursor as string}`,
    );
    expect(next.body.data[0].reason).toBe('case 7: freeze');
  });

  test('is not there for ids of nothing, and changes need the role admin', async () => {
    const staff = support();
    const nothing = '01a200bd-91e9-7000-8000-e50cc308e5bc';
    for (const path of [`accounts/${nothing}`, `accounts/${nothing}/entries`, `transfers/${nothing}`])
      expect((await staff.get(`/v1/admin/${path}`)).status).toBe(404);
    const { id } = await mainOf(await ledger.funded(1));
    expect((await staff.post(`/v1/admin/accounts/${id}/freeze`, { reason: 'no reason' })).status).toBe(403);
    expect((await ledger.person().get('/v1/admin/actions')).status).toBe(403);
  });
});

test('a change by an admin needs a sign-in of the last ten minutes', async () => {
  const { id } = await mainOf(await ledger.funded(1));
  const authTime = Math.floor(Date.now() / 1000) - 601;
  const headers = identityHeaders({ userId: admin.id, roles: ['user', 'admin'], authTime });
  const tried: [string, string, object][] = [
    ['POST', `accounts/${id}/freeze`, {}],
    ['POST', `accounts/${id}/unfreeze`, {}],
    ['POST', `accounts/${id}/close`, {}],
    ['PUT', `accounts/${id}/limits`, { limits: null }],
    ['POST', 'adjustments', { accountId: id, amount: 1 }],
    ['POST', `transfers/${id}/reverse`, {}],
  ];
  for (const [method, path, body] of tried) {
    const request = { headers, body: { reason: 'late at night', ...body } };
    expect((await ledger.anyone.send(method, `/v1/admin/${path}`, request)).body.code).toBe('STEP_UP_REQUIRED');
  }
  expect((await admin.post('/v1/admin/adjustments', { accountId: id, amount: 1, reason: 'in time' })).status).toBe(201);
});
