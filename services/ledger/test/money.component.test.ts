import { newId } from '@florin/service-kit';
import {
  availableTo,
  mainOf,
  moneyLaws,
  send,
  createHarness,
  everybodyReaches,
  to,
  usd,
  type Ledger,
  type Person,
} from './harness.ts';

let ledger: Ledger;
const friendsOf = new Map<string, string[]>();
beforeAll(async () => {
  const friendIds = (userId: string) => Promise.resolve(friendsOf.get(userId) ?? []);
  ledger = await createHarness({ friends: everybodyReaches(friendIds) });
});
afterEach(() => moneyLaws(ledger.sql));
afterAll(() => ledger.stop());

describe('statements', () => {
  test('the balance at an instant is that of the last entry before it, however long the history', async () => {
    const ann = await ledger.funded(10_000);
    const bob = ledger.person();
    const { id } = await mainOf(ann);
    const seen: [string, number][] = [];
    let balance = 10_000;
    for (let i = 0; i < 150; i += 1) {
      ledger.clock.advance(1_000);
      await send(ann, bob, 7);
      balance -= 7;
      seen.push([ledger.clock.now().toISOString(), balance]);
    }
    for (const [at, posted] of [seen[0]!, seen[63]!, seen[64]!, seen[100]!, seen[149]!]) {
      expect((await ann.get(`/v1/accounts/${id}/balance?at=${at}`)).body).toMatchObject({ posted, currency: 'USD' });
    }
    for (const at of ['2020-01-01', '1969-12-31', '0001-01-01']) {
      expect((await ann.get(`/v1/accounts/${id}/balance?at=${at}T00:00:00Z`)).body.posted).toBe(0);
    }
    const entries = await ann.get(`/v1/accounts/${id}/entries?limit=2`);
    expect(entries.body.data.map((e: any) => [e.sequence, e.amount, e.balanceAfter])).toEqual([
      [151, -7, balance],
      [150, -7, balance + 7],
    ]);
    const statement = await ann.get(`/v1/accounts/${id}/statement?from=${seen[10]![0]}&to=${seen[13]![0]}`);
    expect(statement.headers.get('content-type')).toContain('text/csv');
    const lines = statement.text.trim().split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[1]).toMatch(new RegExp(`,opening balance,.*,,,,,${(seen[9]![1] / 100).toFixed(2)},USD,$`));
    expect(lines[5]).toMatch(
      new RegExp(`,closing balance,Statement number 3-[-0-9A-Z]{23},,,,,${(seen[12]![1] / 100).toFixed(2)},USD,$`),
    );
    const pdf = await ann.get(`/v1/accounts/${id}/statement?from=${seen[0]![0]}&to=${seen[149]![0]}&format=pdf`);
    expect([pdf.headers.get('content-type'), pdf.text.slice(0, 5)]).toEqual(['application/pdf', '%PDF-']);
  });

  test('a note that looks like a formula is harmless in the CSV', async () => {
    const ann = await ledger.funded(100);
    await send(ann, ledger.person(), 1, { note: '=HYPERLINK("http://x","y")' });
    const { id } = await mainOf(ann);
    const day = ledger.clock.now().toISOString().slice(0, 10);
    const { text } = await ann.get(`/v1/accounts/${id}/statement?from=${day}T00:00:00Z&to=2099-01-01T00:00:00Z`);
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  });

  test("another's entries, balance and statement answer 404", async () => {
    const { id } = await mainOf(await ledger.funded(1));
    const eve = ledger.person();
    for (const path of ['entries', 'balance', 'statement?from=2020-01-01T00:00:00Z&to=2021-01-01T00:00:00Z']) {
      expect((await eve.get(`/v1/accounts/${id}/${path}`)).status).toBe(404);
    }
  });
});

describe('lists', () => {
  test('transfers are found by direction, counterparty, text, amount and time', async () => {
    const [ann, bob, cat] = [await ledger.funded(1_000), await ledger.funded(1_000), ledger.person()];
    await send(ann, bob, 10, { note: 'Pizza night' });
    await send(ann, cat, 20, { note: 'rent' });
    ledger.clock.advance(60_000);
    const noon = ledger.clock.now().toISOString();
    await send(bob, ann, 30, { note: 'pizza again' });
    const amounts = async (query: string) =>
      (await ann.get(`/v1/transfers?${query}`)).body.data.map((t: { amount: number }) => t.amount);
    expect(await amounts('direction=out')).toEqual([20, 10]);
    expect(await amounts(`counterparty=${bob.id}`)).toEqual([30, 10]);
    expect(await amounts('text=PIZZA')).toEqual([30, 10]);
    expect(await amounts('minAmount=15&maxAmount=25')).toEqual([20]);
    expect(await amounts(`from=${noon}`)).toEqual([30]);
    expect(await amounts(`to=${noon}&kind=peer`)).toEqual([20, 10]);
    const first = await ann.get('/v1/transfers?kind=peer&limit=1');
    const second = await ann.get(`/v1/transfers?kind=peer&limit=5&cursor=${first.body.nextCursor}`);
    expect(second.body.data.map((t: { amount: number }) => t.amount)).toEqual([20, 10]);
    expect((await ann.get('/v1/transfers?minAmount=1e3')).status).toBe(400);
    expect((await ann.get('/v1/transfers?cursor=x')).body.errors[0].path).toBe('cursor');
  });

  test('the feed shows what friends allow, amounts of others only when public', async () => {
    const [ann, bob, cat] = [await ledger.funded(1_000), await ledger.funded(1_000), ledger.person()];
    friendsOf.set(ann.id, [bob.id]);
    await send(bob, cat, 1, { visibility: 'private' });
    await send(bob, cat, 2, { visibility: 'friends', note: 'f' });
    await send(bob, cat, 3, { visibility: 'public' });
    await send(ann, bob, 4);
    const { body } = await ann.get('/v1/feed');
    expect(body.data.map((t: any) => [t.amount, t.visibility])).toEqual([
      [4, 'private'],
      [3, 'public'],
      [null, 'friends'],
    ]);
    expect((await cat.get('/v1/feed')).body.data).toHaveLength(3);
  });
});

describe('refunds', () => {
  test('the receiver gives back in parts, never more than was received', async () => {
    const [ann, bob] = [await ledger.funded(100), ledger.person()];
    const { id } = await send(ann, bob, 100);
    const refund = (by: Person, amount?: number) => by.post(`/v1/transfers/${id}/refund`, amount ? { amount } : {});
    expect((await refund(ann, 1)).status).toBe(404);
    expect((await refund(bob, 101)).body.errors[0].path).toBe('amount');
    expect((await refund(bob, 40)).body).toMatchObject({ kind: 'refund', amount: 40, reversesTransferId: id });
    expect((await refund(bob, 61)).status).toBe(400);
    expect((await refund(bob)).body.amount).toBe(60);
    expect((await refund(bob)).status).toBe(409);
    expect([await availableTo(ann), await availableTo(bob)]).toEqual([100, 0]);
  });

  test('concurrent refunds give back no more than was received', async () => {
    const [ann, bob] = [await ledger.funded(100), await ledger.funded(1_000)];
    const { id } = await send(ann, bob, 100);
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => bob.post(`/v1/transfers/${id}/refund`, { amount: 30 })),
    );
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(3);
    expect(await availableTo(ann)).toBe(90);
  });
});

describe('batches', () => {
  test('each alone: what can be is posted, and a repeat returns the same', async () => {
    const [ann, bob] = [await ledger.funded(100), ledger.person()];
    const transfers = [usd(60, to(bob)), usd(60, to(bob)), usd(40, to(bob)), usd(1, { to: { userId: newId() } })];
    const post = (body: object = { transfers }) =>
      ann.send('POST', '/v1/transfers/batch', { body, idempotencyKey: 'b' });
    const first = await post();
    expect(first.body.results.map((r: any) => r.error?.code ?? r.transfer.amount)).toEqual([
      60,
      'INSUFFICIENT_FUNDS',
      40,
      'NOT_FOUND',
    ]);
    await ann.post('/v1/deposits', usd(500));
    const again = await post();
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect((await post({ transfers: transfers.slice(1) })).status).toBe(409);
    expect(await availableTo(bob)).toBe(100);
  });

  test('atomic: one refusal refuses all', async () => {
    const [ann, bob] = [await ledger.funded(100), ledger.person()];
    const reply = await ann.post('/v1/transfers/batch', {
      transfers: [usd(60, to(bob)), usd(60, to(bob))],
      atomic: true,
    });
    expect([reply.status, reply.body.code]).toEqual([422, 'INSUFFICIENT_FUNDS']);
    expect([await availableTo(ann), await availableTo(bob)]).toEqual([100, 0]);
    const fine = await ann.post('/v1/transfers/batch', {
      transfers: [usd(60, to(bob)), usd(40, to(bob))],
      atomic: true,
    });
    expect([fine.status, await availableTo(bob)]).toEqual([201, 100]);
  });
});

describe('withdrawals and pending fundings', () => {
  test('a withdrawal takes the money; one that fails gives it back', async () => {
    const ann = await ledger.funded(100);
    expect((await ann.post('/v1/withdrawals', usd(101))).body.code).toBe('INSUFFICIENT_FUNDS');
    expect((await ann.post('/v1/withdrawals', usd(40))).body).toMatchObject({ status: 'succeeded', amount: 40 });
    const failed = await ann.post('/v1/withdrawals', usd(60, { method: 'sandbox-fail' }));
    expect(failed.body).toMatchObject({ status: 'failed', failure: expect.any(String) });
    expect(await availableTo(ann)).toBe(60);
    expect((await ann.get('/v1/withdrawals')).body.data.map((f: any) => f.status)).toEqual(['failed', 'succeeded']);
  });

  test('a deposit that calls back twice counts once; a failed one not at all', async () => {
    const ann = ledger.person();
    await ann.post('/v1/deposits', usd(10, { method: 'sandbox-twice' }));
    await ann.post('/v1/deposits', usd(10, { method: 'sandbox-fail' }));
    expect(await availableTo(ann)).toBe(10);
  });

  test('a pending deposit waits for a signed callback', async () => {
    const ann = ledger.person();
    const { body } = await ann.post('/v1/deposits', usd(10, { method: 'sandbox-pending' }));
    expect([body.status, await availableTo(ann)]).toEqual(['pending', 0]);
    const call = (signature: string) =>
      ledger.anyone.post('/v1/deposits/callbacks', { fundingId: body.id, status: 'succeeded', signature });
    expect((await call('0'.repeat(64))).status).toBe(401);
    const signature = ledger.signCallback(body.id, 'succeeded');
    expect((await call(signature)).body.status).toBe('succeeded');
    expect((await call(signature)).body.status).toBe('succeeded');
    expect(await availableTo(ann)).toBe(10);
    expect((await ann.get(`/v1/deposits/${body.id}`)).body.status).toBe('succeeded');
    expect((await ledger.person().get(`/v1/deposits/${body.id}`)).status).toBe(404);
  });
});

describe('holds', () => {
  test('held money is not spent, a part is captured and the rest is free', async () => {
    const [ann, bob] = [await ledger.funded(100), ledger.person()];
    const hold = await ann.post('/v1/holds', usd(80, to(bob)));
    expect(hold.body).toMatchObject({ status: 'pending', amount: 80, captured: 0 });
    expect(await mainOf(ann)).toMatchObject({ posted: 100, held: 80, available: 20 });
    expect((await ann.post('/v1/transfers', usd(21, to(bob)))).body.code).toBe('INSUFFICIENT_FUNDS');
    expect((await ann.post('/v1/holds', usd(21, to(bob)))).body.code).toBe('INSUFFICIENT_FUNDS');
    const capture = (amount: number, by = bob) => by.post(`/v1/holds/${hold.body.id}/capture`, { amount });
    expect((await capture(81)).body.errors[0].path).toBe('amount');
    expect((await capture(1, ledger.person())).status).toBe(404);
    expect((await capture(50)).body).toMatchObject({ status: 'captured', captured: 50 });
    expect((await capture(1)).status).toBe(409);
    expect(await mainOf(ann)).toMatchObject({ posted: 50, held: 0, available: 50 });
    expect(await availableTo(bob)).toBe(50);
  });

  test('a void frees the money, once', async () => {
    const [ann, bob] = [await ledger.funded(100), ledger.person()];
    const { body } = await ann.post('/v1/holds', usd(80, to(bob)));
    expect((await ann.post(`/v1/holds/${body.id}/void`)).body.status).toBe('voided');
    expect((await ann.post(`/v1/holds/${body.id}/void`)).status).toBe(409);
    expect((await bob.post(`/v1/holds/${body.id}/capture`)).status).toBe(409);
    expect(await mainOf(ann)).toMatchObject({ held: 0, available: 100 });
  });

  test('a hold lapses at its time and can not be captured after it', async () => {
    const [ann, bob] = [await ledger.funded(100), ledger.person()];
    const expiresAt = new Date(ledger.clock.now().getTime() + 3_600_000).toISOString();
    const { body } = await ann.post('/v1/holds', usd(80, { ...to(bob), expiresAt }));
    ledger.clock.advance(3_600_000);
    expect((await bob.post(`/v1/holds/${body.id}/capture`)).status).toBe(409);
    await ledger.useCases.lapseHolds(10);
    expect((await ann.get(`/v1/holds/${body.id}`)).body.status).toBe('lapsed');
    expect(await mainOf(ann)).toMatchObject({ held: 0, available: 100 });
  });

  test('one past its time says so, and can be freed before its turn comes', async () => {
    const [ann, bob] = [await ledger.funded(100), ledger.person()];
    const expiresAt = new Date(ledger.clock.now().getTime() + 3_600_000).toISOString();
    const { body } = await ann.post('/v1/holds', usd(80, { ...to(bob), expiresAt }));
    ledger.clock.advance(3_600_000);
    expect((await ann.get(`/v1/holds/${body.id}`)).body.status).toBe('lapsed');
    expect((await ann.post(`/v1/holds/${body.id}/void`)).body.status).toBe('lapsed');
    expect(await mainOf(ann)).toMatchObject({ held: 0, available: 100 });
  });

  test('what is held counts towards the limits, what is freed of it no longer', async () => {
    const [ann, bob] = [await ledger.funded(3_000_000), ledger.person()];
    const used = async () => {
      const { sum, count } = (await ann.get('/v1/limits')).body.data[0].day;
      return [sum.used, count.used];
    };
    expect((await ann.post('/v1/holds', usd(1_000_001, to(bob)))).body.meta.limit).toBe('single');
    const [one, two] = await Promise.all([1, 2].map(() => ann.post('/v1/holds', usd(1_000_000, to(bob)))));
    expect((await ann.post('/v1/transfers', usd(500_001, to(bob)))).body.code).toBe('LIMIT_EXCEEDED');
    expect((await bob.post(`/v1/holds/${one!.body.id}/capture`, { amount: 400_000 })).status).toBe(200);
    expect(await used()).toEqual([1_400_000, 2]);
    await bob.post(`/v1/holds/${two!.body.id}/void`);
    expect(await used()).toEqual([400_000, 1]);
  });

  test('of concurrent captures and voids exactly one wins', async () => {
    const [ann, bob] = [await ledger.funded(100), ledger.person()];
    const { body } = await ann.post('/v1/holds', usd(80, to(bob)));
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, i) => bob.post(`/v1/holds/${body.id}/${i % 2 ? 'capture' : 'void'}`)),
    );
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
    expect((await mainOf(ann)).held).toBe(0);
  });
});
