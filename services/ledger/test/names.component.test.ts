import { createHarness, everybodyReaches, to, usd, type Person } from './harness.ts';

let ledger: Awaited<ReturnType<typeof createHarness>>;

beforeAll(async () => {
  ledger = await createHarness({ friends: everybodyReaches(() => Promise.resolve([])) });
});
afterAll(() => ledger.stop());

const card = (id: string, username: string) => ({
  id,
  name: `Name of ${username}`,
  username,
  hasPicture: false,
});

test('lists and single reads carry the people on both sides', async () => {
  const ada = await ledger.funded(5_000);
  const ben = ledger.person('ben');
  const sent = await ada.post('/v1/transfers', { to: { userId: ben.id }, amount: 700, currency: 'USD' });
  const asked = await ben.post('/v1/payment-requests', { payerId: ada.id, amount: 300, currency: 'USD' });
  const held = await ada.post('/v1/holds', { to: { userId: ben.id }, amount: 100, currency: 'USD' });

  const [listed] = (await ada.get('/v1/transfers?direction=out')).body.data;
  expect(listed).toMatchObject({ id: sent.body.id, to: { userId: ben.id, person: card(ben.id, 'ben') } });
  expect((await ben.get(`/v1/transfers/${sent.body.id}`)).body.from.person).toMatchObject({ id: ada.id });
  expect((await ben.get('/v1/feed')).body.data[0].to.person).toEqual(card(ben.id, 'ben'));

  const [request] = (await ada.get('/v1/payment-requests')).body.data;
  expect(request).toMatchObject({ id: asked.body.id, requester: card(ben.id, 'ben'), payer: { id: ada.id } });
  expect((await ada.get(`/v1/payment-requests/${asked.body.id}`)).body.requester).toEqual(card(ben.id, 'ben'));

  expect((await ada.get(`/v1/holds/${held.body.id}`)).body.to).toEqual(card(ben.id, 'ben'));
  expect((await ada.get('/v1/holds')).body.data[0].to).toEqual(card(ben.id, 'ben'));

  const [account] = (await ada.get('/v1/accounts')).body.data;
  const entries = (await ada.get(`/v1/accounts/${account.id}/entries`)).body.data;
  expect(entries[0]).toMatchObject({ counterpartyId: ben.id, counterparty: card(ben.id, 'ben') });
  expect(entries.at(-1)).toMatchObject({ kind: 'deposit', counterpartyId: null, counterparty: null });
});

test('what a client notes is found by its reference and seen by its maker, by others when it is shared', async () => {
  const [ann, bob] = [await ledger.funded(1_000), ledger.person()];
  const memo = { reference: 'order 7', metadata: { 'shop.id': '12', note: 'für Ben' } };
  const told = { reference: 'order 7', metadata: memo.metadata };
  const none = { reference: null, metadata: {} };
  const sent = (more: object, idempotencyKey = 'memo') =>
    ann.send('POST', '/v1/transfers', { body: usd(10, { ...to(bob), ...more }), idempotencyKey });
  const first = await sent(memo);
  expect(first.body).toMatchObject(told);
  const again = await sent({ ...memo, metadata: { note: 'für Ben', 'shop.id': '12' } });
  expect([again.headers.get('idempotency-replayed'), again.body]).toEqual(['true', first.body]);
  expect((await sent({ ...memo, reference: 'order 8' })).body.code).toBe('IDEMPOTENCY_MISMATCH');
  const plain = await sent({}, 'plain');
  expect(plain.body).toMatchObject(none);
  const items = [
    usd(1, { ...to(bob), ...memo }),
    usd(2, { ...to(bob), ...memo, shareMetadata: true }),
    usd(3, to(bob)),
  ];
  const { results } = (await ann.post('/v1/transfers/batch', { transfers: items })).body;
  expect(results.map((one: any) => one.transfer.reference)).toEqual(['order 7', 'order 7', null]);
  const found = async (who: Person, path: string) =>
    (await who.get(`${path}reference=order%207`)).body.data.map((one: any) => one.id);
  expect(await found(ann, '/v1/transfers?')).toEqual([results[1].transfer.id, results[0].transfer.id, first.body.id]);
  expect(await found(ann, '/v1/transfers?minAmount=10&')).toEqual([first.body.id]);
  expect(await found(bob, '/v1/transfers?')).toEqual([]);
  const seenByBob = (await bob.get('/v1/transfers')).body.data.map((one: any) => one.reference);
  expect(seenByBob).toEqual([null, 'order 7', null, null, null]);
  expect((await ann.get(`/v1/transfers/${first.body.id}`)).body).toMatchObject(told);

  const made = [
    ['/v1/deposits', usd(5), ann],
    ['/v1/withdrawals', usd(5), ann],
    ['/v1/holds', usd(5, to(bob)), bob],
    ['/v1/payment-requests', usd(5, { payerId: bob.id }), bob],
  ] as const;
  for (const [path, body, other] of made) {
    const one = await ann.post(path, { ...body, ...memo });
    expect(one.body).toMatchObject(told);
    await ann.post(path, body);
    const list = path.endsWith('requests') ? `${path}?direction=outgoing&` : `${path}?`;
    expect(await found(ann, list)).toEqual([one.body.id]);
    expect((await ann.get(`${path}/${one.body.id}`)).body).toMatchObject(told);
    if (other === bob) expect((await bob.get(`${path}/${one.body.id}`)).body).toMatchObject(none);
  }
  const held = (await ann.get('/v1/holds?reference=order%207')).body.data[0].id;
  expect((await bob.post(`/v1/holds/${held}/capture`, {})).body).toMatchObject(none);

  const path = async (more: object) => (await sent(more, `bad ${JSON.stringify(more).length}`)).body.errors[0].path;
  expect(await path({ reference: 'x'.repeat(101) })).toBe('reference');
  expect(await path({ metadata: { k: 'x'.repeat(501) } })).toBe('metadata.k');
  expect(await path({ metadata: { ['k'.repeat(41)]: '' } })).toMatch(/^metadata/);
  expect(await path({ metadata: Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`k${i}`, ''])) })).toBe(
    'metadata',
  );
});

const refuse = () => Promise.reject(new Error('away'));

test('while users is away, lists go out without names', async () => {
  const away = await createHarness({ people: { byIds: refuse, overTime: refuse } });
  try {
    const ada = await away.funded(5_000);
    const ben = away.person();
    await ada.post('/v1/transfers', { to: { userId: ben.id }, amount: 700, currency: 'USD' });
    const reply = await ada.get('/v1/transfers?direction=out');
    expect(reply.status).toBe(200);
    expect(reply.body.data[0].to).toMatchObject({ userId: ben.id, person: null });
  } finally {
    await away.stop();
  }
});
