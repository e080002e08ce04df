import { createHarness, everybodyReaches } from './harness.ts';

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

test('while users is away, lists go out without names', async () => {
  const away = await createHarness({ people: { byIds: () => Promise.reject(new Error('away')) } });
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
