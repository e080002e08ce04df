import { newId } from '@florin/service-kit';
import { createHarness, moneyLaws, to, usd, type Ledger, type Person } from './harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await createHarness();
});
afterAll(async () => {
  await moneyLaws(ledger.sql);
  await ledger.stop();
});

const memo = { reference: 'order 7', metadata: { note: 'für Ben', 'shop.id': '12' } };
const none = { reference: null, metadata: {} };
const found = async (who: Person, path: string) =>
  (await who.get(`${path}reference=order%207`)).body.data.map((one: any) => one.id);

test('each transfer of a schedule carries what was noted on it, seen by its maker alone, also after a change', async () => {
  const [ann, bob] = [await ledger.funded(1_000), ledger.person()];
  const startsAt = new Date(ledger.clock.now().getTime() + 60_000).toISOString();
  const plan = usd(10, { ...to(bob), frequency: 'daily', startsAt, ...memo });
  const made = await ann.send('POST', '/v1/scheduled-transfers', { body: plan, idempotencyKey: 'plan' });
  expect(made.body).toMatchObject(memo);
  const again = await ann.send('POST', '/v1/scheduled-transfers', { body: plan, idempotencyKey: 'plan' });
  expect([again.headers.get('idempotency-replayed'), again.body]).toEqual(['true', made.body]);
  const other = { ...plan, reference: 'order 8' };
  const mismatch = await ann.send('POST', '/v1/scheduled-transfers', { body: other, idempotencyKey: 'plan' });
  expect(mismatch.body.code).toBe('IDEMPOTENCY_MISMATCH');
  await ann.post('/v1/scheduled-transfers', { ...plan, reference: undefined, metadata: undefined });
  expect(await found(ann, '/v1/scheduled-transfers?')).toEqual([made.body.id]);
  expect((await ann.get('/v1/scheduled-transfers')).body.data.map((one: any) => one.reference)).toEqual([
    null,
    'order 7',
  ]);

  for (let day = 0; day < 2; day += 1) {
    ledger.clock.advance(86_400_000);
    await ledger.useCases.runSchedules(100);
  }
  const path = `/v1/scheduled-transfers/${made.body.id}`;
  expect((await ann.post(`${path}/pause`)).body).toMatchObject(memo);
  const shown = (await ann.get(path)).body;
  expect(shown).toMatchObject(memo);
  const posted = shown.occurrences.map((one: any) => one.transferId);
  expect(posted).toHaveLength(2);
  expect(await found(ann, '/v1/transfers?')).toEqual(posted);
  expect((await ann.get(`/v1/transfers/${posted[0]}`)).body).toMatchObject(memo);
  expect((await bob.get(`/v1/transfers/${posted[0]}`)).body).toMatchObject(none);
});

test('what is noted on a schedule can change, for transfers to come', async () => {
  const [ann, bob] = [await ledger.funded(1_000), ledger.person()];
  const startsAt = new Date(ledger.clock.now().getTime() + 60_000).toISOString();
  const plan = usd(10, { ...to(bob), frequency: 'daily', startsAt });
  const path = `/v1/scheduled-transfers/${(await ann.post('/v1/scheduled-transfers', plan)).body.id}`;
  const edit = (body: object) => ann.send('PATCH', path, { body });
  expect((await edit({ ...memo, shareMetadata: true })).body).toMatchObject(memo);
  expect((await edit({ note: 'Rent' })).body).toMatchObject({ ...memo, note: 'Rent' });
  ledger.clock.advance(86_400_000);
  await ledger.useCases.runSchedules(100);
  expect((await edit({ metadata: { flat: '2' } })).body).toMatchObject({ ...memo, metadata: { flat: '2' } });
  expect((await edit({ reference: null, metadata: {} })).body).toMatchObject(none);
  const [first] = (await ann.get(path)).body.occurrences;
  expect((await bob.get(`/v1/transfers/${first.transferId}`)).body).toMatchObject(memo);
  ledger.clock.advance(86_400_000);
  await ledger.useCases.runSchedules(100);
  const [second] = (await ann.get(path)).body.occurrences;
  expect(second.transferId).not.toBe(first.transferId);
  expect((await ann.get(`/v1/transfers/${second.transferId}`)).body).toMatchObject(none);
  const refused = await edit({ reference: '' });
  expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'reference']);
});

test('each request of a split carries what was noted on it, and others see it when it is shared', async () => {
  const [ann, bob, eve] = [ledger.person(), ledger.person(), ledger.person()];
  const bill = (more: object) =>
    usd(900, { method: 'equal', participants: [ann, bob, eve].map(({ id }) => ({ user: { userId: id } })), ...more });
  const split = await ann.post('/v1/splits', bill(memo));
  expect([split.status, split.body]).toEqual([201, expect.objectContaining(memo)]);
  const ids = split.body.shares.flatMap((one: any) => one.requestId ?? []);
  expect((await found(ann, '/v1/payment-requests?direction=outgoing&')).sort()).toEqual(ids.sort());
  expect((await bob.get('/v1/payment-requests')).body.data[0]).toMatchObject(none);
  const shared = await ann.post('/v1/splits', bill({ ...memo, shareMetadata: true }));
  expect((await eve.get(`/v1/payment-requests/${shared.body.shares[2].requestId}`)).body).toMatchObject(memo);
  expect((await ann.post('/v1/splits', bill({}))).body).toMatchObject(none);
  const tooLong = await ann.post('/v1/splits', bill({ metadata: { k: 'x'.repeat(501) } }));
  expect([tooLong.status, tooLong.body.errors[0].path]).toEqual([400, 'metadata.k']);
});

test('a capture carries what its maker noted, and without it what was noted on the hold', async () => {
  const [ann, bob] = [await ledger.funded(1_000), ledger.person()];
  const hold = async (more: object) => (await ann.post('/v1/holds', usd(5, { ...to(bob), ...more }))).body.id as string;
  const capture = async (id: string, more: object) => (await bob.post(`/v1/holds/${id}/capture`, more)).body.transferId;
  const byHold = await capture(await hold(memo), {});
  const own = { reference: 'till 3', metadata: { slip: '9' } };
  const byCapture = await capture(await hold(memo), own);
  const plain = await capture(await hold({}), {});
  const seen = async (who: Person, id: string) => (await who.get(`/v1/transfers/${id}`)).body;
  expect([await seen(ann, byHold), await seen(bob, byHold)]).toMatchObject([memo, none]);
  expect([await seen(ann, byCapture), await seen(bob, byCapture)]).toMatchObject([none, own]);
  expect(await seen(bob, plain)).toMatchObject(none);
  expect((await bob.get('/v1/transfers?reference=till%203')).body.data.map((one: any) => one.id)).toEqual([byCapture]);
});

describe('over gRPC', () => {
  const order = (callerUserId: string, toUserId: string, more: object = {}) => ({
    idempotencyKey: newId(),
    callerUserId,
    kind: 'peer',
    from: { userId: callerUserId },
    to: { userId: toUserId },
    amount: '10',
    currency: 'USD',
    ...more,
  });

  test('a transfer and a deposit carry a memo, found by its maker and shown to the viewer', async () => {
    const [ann, bob] = [await ledger.funded(1_000), ledger.person()];
    const { rpc } = ledger;
    const request = order(ann.id, bob.id, { memo });
    const { results } = await rpc.postTransfers({ transfers: [request, order(ann.id, bob.id)] });
    const ids = results.map(({ transfer }) => transfer!.id);
    const again = await rpc.postTransfers({ transfers: [request] });
    expect(again.results[0]).toMatchObject({ replayed: true, transfer: { id: ids[0] } });
    const changed = await rpc.postTransfers({ transfers: [{ ...request, memo: { ...memo, reference: 'x' } }] });
    expect(changed.results[0]?.error?.code).toBe('IDEMPOTENCY_MISMATCH');

    const listed = await rpc.listTransfers({ ownerId: ann.id, memoReference: 'order 7' });
    expect(listed.transfers).toMatchObject([{ id: ids[0], memo: { ...memo, shared: false } }]);
    const ofBob = await rpc.listTransfers({ ownerId: bob.id });
    expect(ofBob.transfers.map((one) => one.memo)).toEqual([null, null]);
    const byId = async (viewerUserId?: string) => (await rpc.getTransfers({ ids, viewerUserId })).transfers;
    expect((await byId(ann.id)).map((one) => one.memo?.reference)).toEqual(['order 7', undefined]);
    expect((await byId()).map((one) => one.memo)).toEqual([null, null]);
    expect((await ann.get(`/v1/transfers/${ids[0]}`)).body).toMatchObject(memo);

    const deposit = { idempotencyKey: newId(), ownerId: ann.id, amount: '5', currency: 'USD', memo };
    const { id } = await rpc.deposit(deposit);
    expect(await found(ann, '/v1/deposits?')).toEqual([id]);
  });

  test.each([
    ['a reference that is too long', { reference: 'x'.repeat(101) }],
    ['a value that is too long', { metadata: { k: 'x'.repeat(501) } }],
    ['a key of other characters', { metadata: { 'a key': '' } }],
    ['21 keys', { metadata: Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`k${i}`, ''])) }],
  ])('%s is refused', async (_what, wrong) => {
    const [ann, bob] = [await ledger.funded(100), ledger.person()];
    const { results } = await ledger.rpc.postTransfers({ transfers: [order(ann.id, bob.id, { memo: wrong })] });
    expect(results[0]?.error?.code).toBe('INVALID_ARGUMENT');
    const deposit = { idempotencyKey: newId(), ownerId: ann.id, amount: '5', currency: 'USD', memo: wrong };
    await expect(ledger.rpc.deposit(deposit)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  test('a memo needs somebody whose it is, and a search one owner', async () => {
    const ann = await ledger.funded(100);
    const transfer = { ...order('', ann.id), kind: 'deposit', from: { system: 'external' }, memo };
    const { results } = await ledger.rpc.postTransfers({ transfers: [transfer] });
    expect(results[0]?.error?.code).toBe('INVALID_ARGUMENT');
    const many = ledger.rpc.listTransfers({ ownerIds: [ann.id], memoReference: 'order 7' });
    await expect(many).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});
