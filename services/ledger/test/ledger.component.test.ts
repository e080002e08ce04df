import { createEvent } from '@florin/contracts';
import { newId } from '@florin/service-kit';
import { type Ledger, availableTo, moneyLaws, createHarness, usd, waitFor } from './harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await createHarness();
});
afterEach(() => moneyLaws(ledger.sql));
afterAll(() => ledger.stop());

describe('accounts', () => {
  test('a registered user has a main account, once, however often the event comes', async () => {
    const ann = ledger.person();
    const event = createEvent({
      id: newId(),
      type: 'auth.user-registered.v1',
      producer: 'auth',
      aggregateId: ann.id,
      occurredAt: ledger.clock.now(),
      data: {
        userId: ann.id,
        email: null,
        name: 'Ann',
        username: null,
        mobile: null,
        locale: null,
        timeZone: null,
        dateOfBirth: null,
        registeredAt: ledger.clock.now().toISOString(),
        via: 'v1',
      },
    });
    await ledger.deliver(event);
    await ledger.deliver(event);
    const { body } = await ann.get('/v1/accounts');
    expect(body.data).toEqual([
      expect.objectContaining({ kind: 'main', currency: 'USD', posted: 0, held: 0, available: 0, status: 'open' }),
    ]);
    const opened = await waitFor(() => {
      const found = ledger.published.filter((e) => e.aggregateId === body.data[0].id);
      return found.length > 0 ? found : undefined;
    });
    expect(opened.map((e) => e.type)).toEqual(['ledger.account-opened.v1']);
  });

  test("another's account returns 404", async () => {
    const ann = ledger.person();
    const { body } = await ann.get('/v1/accounts');
    expect((await ledger.person().get(`/v1/accounts/${body.data[0].id}`)).status).toBe(404);
    expect((await ann.get(`/v1/accounts/${body.data[0].id}`)).body.id).toBe(body.data[0].id);
  });
});

describe('deposits', () => {
  test('a deposit before the main account is there opens it', async () => {
    const ann = ledger.person();
    const reply = await ann.post('/v1/deposits', usd(5000));
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ status: 'succeeded', amount: 5000, currency: 'USD' });
    expect(await availableTo(ann)).toBe(5000);
  });

  test('a deposit in another currency opens an account in it', async () => {
    const ann = await ledger.funded(100);
    await ann.post('/v1/deposits', { amount: 700, currency: 'JPY' });
    expect(await availableTo(ann)).toBe(100);
    expect(await availableTo(ann, 'JPY')).toBe(700);
  });
});

describe('transfers', () => {
  test('money moves to a recipient named by username, e-mail, id or account', async () => {
    const ann = await ledger.funded(10_000);
    const bob = ledger.person('bob');
    const first = await ann.post('/v1/transfers', usd(1000, { to: { username: 'bob' }, note: 'lunch' }));
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      kind: 'peer',
      amount: 1000,
      note: 'lunch',
      visibility: 'private',
      from: { userId: ann.id },
      to: { userId: bob.id },
      status: 'posted',
    });
    const others = [{ email: 'bob@example.com' }, { userId: bob.id }, { accountId: first.body.to.accountId }];
    for (const to of others) expect((await ann.post('/v1/transfers', usd(1000, { to }))).status).toBe(201);
    expect(await availableTo(ann)).toBe(6000);
    expect(await availableTo(bob)).toBe(4000);
  });

  test('a transfer publishes an event that fits its schema', async () => {
    const ann = await ledger.funded(10_000);
    const bob = ledger.person();
    const { body } = await ann.post('/v1/transfers', usd(1, { to: { userId: bob.id }, note: 'a "quoted" \\ note\n' }));
    const event = await waitFor(() => ledger.published.find((e) => e.aggregateId === body.id));
    expect(event.type).toBe('ledger.transfer-posted.v1');
    expect(event.data).toMatchObject({
      transferId: body.id,
      amount: '1',
      note: 'a "quoted" \\ note',
      entries: [{ amount: '-1' }, { amount: '1' }],
    });
  });

  test('the same key returns the first reply; with another body 409', async () => {
    const ann = await ledger.funded(10_000);
    const bob = ledger.person();
    const send = (amount: number, idempotencyKey = 'k1') =>
      ann.send('POST', '/v1/transfers', { body: usd(amount, { to: { userId: bob.id } }), idempotencyKey });
    const [first, again] = [await send(100), await send(100)];
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    const other = await send(101);
    expect([other.status, other.body.code]).toEqual([409, 'IDEMPOTENCY_MISMATCH']);
    expect(await availableTo(bob)).toBe(100);
  });

  test('a refused transfer is not remembered under its key', async () => {
    const ann = await ledger.funded(50);
    const bob = ledger.person();
    const send = () =>
      ann.send('POST', '/v1/transfers', { body: usd(100, { to: { userId: bob.id } }), idempotencyKey: 'r' });
    expect((await send()).body.code).toBe('INSUFFICIENT_FUNDS');
    await ann.post('/v1/deposits', usd(50));
    expect((await send()).status).toBe(201);
  });

  test('more than is there returns 422 with what is available and changes nothing', async () => {
    const ann = await ledger.funded(100);
    const reply = await ann.post('/v1/transfers', usd(101, { to: { userId: ledger.person().id } }));
    expect([reply.status, reply.body.code]).toEqual([422, 'INSUFFICIENT_FUNDS']);
    expect(reply.body.meta).toEqual({ available: 100, needed: 101, currency: 'USD' });
    expect(await availableTo(ann)).toBe(100);
  });

  test('an unknown recipient returns 404 naming `to`, oneself 400', async () => {
    const ann = await ledger.funded(100);
    for (const to of [{ userId: newId() }, { username: 'nobody' }, { accountId: newId() }]) {
      const reply = await ann.post('/v1/transfers', usd(1, { to }));
      expect([reply.status, reply.body.code, reply.body.errors[0].path]).toEqual([404, 'NOT_FOUND', 'to']);
    }
    const self = await ann.post('/v1/transfers', usd(1, { to: { userId: ann.id } }));
    expect([self.status, self.body.errors[0].path]).toEqual([400, 'to']);
  });

  test.each([0, -1, 1.5, 2 ** 53, '1e3', '100', null, undefined])('amount %p returns 400 naming it', async (amount) => {
    const ann = ledger.person();
    const reply = await ann.post('/v1/transfers', usd(amount, { to: { userId: newId() } }));
    expect([reply.status, reply.body.errors[0].path]).toEqual([400, 'amount']);
  });

  test('a list is newest first, in pages, and only of the caller', async () => {
    const ann = await ledger.funded(1000);
    const bob = ledger.person();
    for (const amount of [1, 2, 3]) await ann.post('/v1/transfers', usd(amount, { to: { userId: bob.id } }));
    const first = await ann.get('/v1/transfers?limit=2');
    expect(first.body.data.map((t: { amount: number }) => t.amount)).toEqual([3, 2]);
    const second = await ann.get(`/v1/transfers?limit=2&cursor=${first.body.nextCursor}`);
    expect(second.body.data.map((t: { kind: string; amount: number }) => [t.kind, t.amount])).toEqual([
      ['peer', 1],
      ['deposit', 1000],
    ]);
    expect(second.body.nextCursor).toBeNull();
    expect((await bob.get('/v1/transfers')).body.data).toHaveLength(3);
    const { id } = first.body.data[0];
    expect((await bob.get(`/v1/transfers/${id}`)).body.amount).toBe(3);
    expect((await ledger.person().get(`/v1/transfers/${id}`)).status).toBe(404);
  });

  test('a history longer than several marks is paged to its end', async () => {
    const ann = await ledger.funded(1000);
    const bob = ledger.person();
    const to = { userId: bob.id };
    for (let i = 0; i < 20; i += 1) {
      await Promise.all(Array.from({ length: 10 }, () => ann.post('/v1/transfers', usd(1, { to }))));
    }
    const ids: string[] = [];
    let cursor = '';
    do {
      const { body } = await ann.get(`/v1/transfers?limit=30${cursor && `&cursor=${cursor}`}`);
      ids.push(...body.data.map((t: { id: string }) => t.id));
      cursor = body.nextCursor;
    } while (cursor);
    expect(ids).toHaveLength(201);
    expect([...new Set(ids)].sort().reverse()).toEqual(ids);
  });
});

describe('gRPC', () => {
  const post = (from: object, to: object, amount: string, more: object = {}) => ({
    idempotencyKey: newId(),
    callerUserId: '',
    kind: 'wallet',
    from,
    to,
    amount,
    currency: 'USD',
    note: '',
    visibility: '',
    reference: 'r1',
    ...more,
  });

  test('a wallet is opened once, filled and emptied, and a reversal of what was spent is refused', async () => {
    const ownerId = newId();
    const open = () =>
      ledger.rpc.openAccount({ ownerId, currency: 'USD', kind: 'wallet', reference: 'w1', creditLimit: '' });
    const [{ account }, again] = await Promise.all([open(), open()]);
    expect(again.account?.id).toBe(account?.id);
    const wallet = { accountId: account!.id };
    const out = { system: 'external' };
    const income = post(out, wallet, '500', { callerUserId: ownerId });
    const spend = post(wallet, out, '400', { callerUserId: ownerId });
    const { results } = await ledger.rpc.postTransfers({
      transfers: [income, spend, spend, post(wallet, out, '101')],
      atomic: false,
    });
    expect(results.map((r) => [r.result, r.replayed, r.error?.code])).toEqual([
      ['transfer', false, undefined],
      ['transfer', false, undefined],
      ['transfer', true, undefined],
      ['error', false, 'INSUFFICIENT_FUNDS'],
    ]);
    const reverse = (transferId: string, idempotencyKey = newId()) =>
      ledger.rpc.reverseTransfer({ transferId, idempotencyKey, callerUserId: ownerId, note: '', reference: '' });
    await expect(reverse(results[0]!.transfer!.id)).rejects.toMatchObject({ code: 'INSUFFICIENT_FUNDS' });
    const undone = await reverse(results[1]!.transfer!.id, 'undo-1');
    expect(undone.transfer).toMatchObject({
      kind: 'reversal',
      amount: '400',
      reversesTransferId: results[1]!.transfer!.id,
    });
    expect(await reverse(results[1]!.transfer!.id, 'undo-1')).toEqual(undone);
    await expect(reverse(results[1]!.transfer!.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    const { accounts } = await ledger.rpc.getAccounts({ ids: [], ownerId });
    expect(accounts.map((a) => [a.kind, a.posted, a.available])).toEqual([['wallet', '500', '500']]);
    const list = await ledger.rpc.listTransfers({ ownerId, limit: 2, cursor: '' });
    expect(list.transfers.map((t) => t.kind)).toEqual(['reversal', 'wallet']);
    expect(list.nextCursor).not.toBe('');
  });

  test('a wallet pays nobody, however far below zero it may go, and no deposit ends in it', async () => {
    const ann = await ledger.funded(10);
    const open = { ownerId: ann.id, currency: 'USD', kind: 'wallet', reference: 'w', creditLimit: '9007199254740991' };
    const { account } = await ledger.rpc.openAccount(open);
    const wallet = { accountId: account!.id };
    const bob = ledger.person();
    const transfers = [
      post(wallet, { userId: bob.id }, '5', { kind: 'peer', callerUserId: ann.id }),
      post(wallet, { system: 'funding' }, '5', { kind: 'withdrawal', callerUserId: ann.id }),
      post({ system: 'funding' }, wallet, '5', { kind: 'deposit' }),
      post({ userId: bob.id }, wallet, '5', { kind: 'peer' }),
      post(wallet, { system: 'external' }, '5', { callerUserId: ann.id }),
    ];
    const { results } = await ledger.rpc.postTransfers({ transfers, atomic: false });
    const codes = results.map(({ error }) => error?.code);
    expect(codes).toEqual([...Array<string>(4).fill('INVALID_ARGUMENT'), undefined]);
    const shown = (await ann.get(`/v1/accounts/${account!.id}`)).body;
    expect(shown).toMatchObject({ posted: -5, available: null, creditLimit: null });
  });

  test('an atomic batch with one refusal posts nothing', async () => {
    const { account } = await ledger.rpc.openAccount({
      ownerId: newId(),
      currency: 'USD',
      kind: 'wallet',
      reference: 'w',
      creditLimit: '',
    });
    const wallet = { accountId: account!.id };
    const transfers = [post({ system: 'external' }, wallet, '10'), post(wallet, { system: 'external' }, '11')];
    const { results } = await ledger.rpc.postTransfers({ transfers, atomic: true });
    expect(results.map((r) => r.error?.code)).toEqual(['CONFLICT', 'INSUFFICIENT_FUNDS']);
    const { accounts } = await ledger.rpc.getAccounts({ ids: [account!.id], ownerId: '' });
    expect(accounts[0]?.posted).toBe('0');
  });

  test("another's account, an unknown one and a malformed request are refused alone", async () => {
    const ann = await ledger.funded(10);
    const transfers = [
      post({ userId: ann.id }, { system: 'external' }, '1', { callerUserId: newId() }),
      post({ accountId: newId() }, { system: 'external' }, '1'),
      post({ userId: ann.id }, { system: 'external' }, '1e3'),
      post({ userId: ann.id }, { system: 'external' }, '1'),
    ];
    const { results } = await ledger.rpc.postTransfers({ transfers, atomic: false });
    expect(results.map((r) => r.error?.code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'INVALID_ARGUMENT', undefined]);
  });
});

describe('double spend', () => {
  test('of 200 concurrent requests to spend one balance exactly what fits succeeds', async () => {
    const ann = await ledger.funded(1000);
    const bob = ledger.person();
    const replies = await Promise.all(
      Array.from({ length: 200 }, () => ann.post('/v1/transfers', usd(30, { to: { userId: bob.id } }))),
    );
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(33);
    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([201, 422]));
    expect([await availableTo(ann), await availableTo(bob)]).toEqual([10, 990]);
  });
});
