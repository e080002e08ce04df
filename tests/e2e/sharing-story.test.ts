import { waitFor } from '@florin/testing';
import { oneBus, startFlorin, type Florin } from './florin.ts';
import { join, type Person } from './people.ts';
import { trackerClient } from './tracker-client.ts';

describe.each(oneBus())('two people share a household wallet, over %s', (bus) => {
  let florin: Florin;
  let ada: Person;
  let ben: Person;
  let walletId: string;
  let groceries: string;
  beforeAll(async () => {
    florin = await startFlorin(bus);
    [ada, ben] = [await join(florin, 'Ada Fern'), await join(florin, 'Ben Moss')];
    const wallet = { name: 'Household', type: 'bank', currency: 'USD', balance: 50_000 };
    walletId = (await ada.post('/v1/wallets', wallet)).body.id as string;
    const { data } = (await ada.get('/v1/categories?limit=100')).body;
    groceries = data.find(({ name }: { name: string }) => name === 'Groceries').id as string;
  }, 90_000);
  afterAll(() => florin.stop());

  const remove = (person: Person, path: string) => florin.http.send('DELETE', path, { token: person.token });
  const noticesOf = async (person: Person): Promise<string[]> =>
    (await person.get('/v1/notifications')).body.data.map(({ kind }: { kind: string }) => kind);
  const spend = (person: Person, amount: number, description: string) =>
    person.post('/v1/transactions', { walletId, categoryId: groceries, amount, description });

  test('Ben is invited by his username, told of it, and accepts', async () => {
    expect(
      (await ada.post(`/v1/wallets/${walletId}/members`, { username: 'nobody.here', role: 'writer' })).status,
    ).toBe(404);
    const invited = await ada.post(`/v1/wallets/${walletId}/members`, { username: ben.username, role: 'writer' });
    expect([invited.status, invited.body]).toMatchObject([201, { userId: ben.id, status: 'invited' }]);
    expect((await spend(ben, 100, 'Too early')).status).toBe(404);
    await waitFor(async () => (await noticesOf(ben)).includes('wallet-invited'));
    const [invitation] = (await ben.get('/v1/wallet-invitations')).body.data;
    expect(invitation).toMatchObject({ wallet: { name: 'Household' }, owner: { userId: ada.id }, role: 'writer' });
    expect((await ben.post(`/v1/wallet-invitations/${invitation.id as string}/accept`, {})).status).toBe(200);
    await waitFor(async () => (await noticesOf(ada)).includes('wallet-invitation-accepted'));
  });

  test('both write, and both see all rows by whom, one balance and one summary', async () => {
    expect((await spend(ada, 3_000, 'Market')).status).toBe(201);
    expect((await spend(ben, 2_000, 'Bakery')).status).toBe(201);
    for (const person of [ada, ben]) {
      const rows = (await person.get(`/v1/transactions?walletId=${walletId}&type=expense`)).body.data;
      expect(rows.map((row: any) => [row.description, row.createdBy])).toEqual([
        ['Bakery', ben.id],
        ['Market', ada.id],
      ]);
      expect((await person.get(`/v1/wallets/${walletId}`)).body.balance).toBe(45_000);
      const [sums] = (await person.get(`/v1/summaries?walletId=${walletId}`)).body.data;
      expect(sums).toMatchObject({ balance: 45_000, expense: 5_000 });
    }
    const listed = (await ben.get('/v1/wallets')).body.data.find(({ id }: { id: string }) => id === walletId);
    expect(listed).toMatchObject({ role: 'writer', sharedBy: { userId: ada.id } });
  });

  test("Ben's own totals and the Tracker know nothing of it, and the wallet is not his to pay from", async () => {
    const { data } = (await ben.get('/v1/summaries')).body;
    expect(data.every((sums: { expense: number }) => sums.expense === 0)).toBe(true);
    const tracker = trackerClient(florin);
    tracker.state.token = ben.token;
    const wallets = (await tracker.get('/finance/wallet?page=1&size=100')).body.data as { id: string }[];
    expect(wallets.length).toBeGreaterThan(0);
    expect(JSON.stringify(wallets)).not.toContain(walletId);
    expect((await tracker.get(`/finance/wallet/${walletId}`)).status).toBe(404);
    expect(JSON.stringify((await tracker.get('/finance/transaction?page=1&size=100')).body)).not.toContain('Bakery');
    const own = (await ben.get('/v1/wallets?shared=false')).body.data[0].id as string;
    const taken = { fromWalletId: walletId, toWalletId: own, amount: 1_000 };
    expect((await ben.post('/v1/transactions/transfers', taken)).status).toBe(404);
  });

  test('as a reader Ben writes no more; when he leaves, what he wrote stays under his name', async () => {
    const member = `/v1/wallets/${walletId}/members/${ben.id}`;
    expect((await ada.patch(member, { role: 'reader' })).status).toBe(200);
    expect((await spend(ben, 100, 'Not any more')).status).toBe(403);
    expect((await remove(ben, member)).status).toBe(204);
    expect((await ben.get(`/v1/wallets/${walletId}`)).status).toBe(404);
    const rows = (await ada.get(`/v1/transactions?walletId=${walletId}&type=expense`)).body.data;
    expect(rows).toContainEqual(expect.objectContaining({ description: 'Bakery', createdBy: ben.id }));
    await waitFor(async () => (await noticesOf(ada)).includes('wallet-left'));
  });

  test('who blocks somebody is not there to be invited, and shares nothing with them any more', async () => {
    const cleo = await join(florin, 'Cleo Reed');
    const invited = await ada.post(`/v1/wallets/${walletId}/members`, { userId: cleo.id, role: 'reader' });
    await cleo.post(`/v1/wallet-invitations/${invited.body.id as string}/accept`, {});
    expect((await cleo.get(`/v1/wallets/${walletId}`)).status).toBe(200);
    expect((await cleo.post('/v1/blocks', { userId: ada.id })).status).toBe(201);
    await waitFor(async () => (await cleo.get(`/v1/wallets/${walletId}`)).status === 404);
    const again = await ada.post(`/v1/wallets/${walletId}/members`, { username: cleo.username, role: 'reader' });
    expect(again.status).toBe(404);
  });
});
