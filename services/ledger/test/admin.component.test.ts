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
