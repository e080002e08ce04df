import { oneBus, startFlorin, type Florin } from './florin.ts';
import { join, type Person } from './people.ts';

describe.each(oneBus())('a household’s month, filed, over %s', (bus) => {
  let florin: Florin;
  let ada: Person;
  let walletId: string;
  let groceries: { id: string; name: string };
  beforeAll(async () => {
    florin = await startFlorin(bus);
    ada = await join(florin, 'Ada Fern', { locale: 'de-AT' });
    const wallet = { name: 'Giro', type: 'bank', currency: 'EUR', icon: 'bank', colour: '#1E90FF', balance: 100_000 };
    const reply = await ada.post('/v1/wallets', wallet);
    expect(reply.body).toMatchObject({ icon: 'bank', colour: '#1e90ff' });
    walletId = reply.body.id as string;
  }, 90_000);
  afterAll(() => florin.stop());

  const category = async (body: object): Promise<string> => {
    const reply = await ada.post('/v1/categories', { type: 'expense', ...body });
    expect(reply.status).toBe(201);
    return reply.body.id as string;
  };

  test('the default categories are in the language of the sign-up, and stand in an order and on two levels', async () => {
    const { data } = (await ada.get('/v1/categories?limit=100')).body;
    groceries = data.find(({ name }: { name: string }) => name === 'Lebensmittel');
    const organic = await category({ name: 'Bio', parentId: groceries.id });
    const put = await florin.http.send('PUT', '/v1/categories/order', { token: ada.token, body: { ids: [organic] } });
    expect(put.status).toBe(204);
    expect((await ada.get('/v1/categories?limit=1')).body.data).toMatchObject([
      { name: 'Bio', parentId: groceries.id },
    ]);
  });

  test('one receipt is split, tagged, found by each of its parts, and summed with its parent', async () => {
    const [organic] = (await ada.get('/v1/categories?limit=1')).body.data;
    const home = await category({ name: 'Haushalt' });
    const splits = [
      { categoryId: organic.id, amount: 2_500, description: 'Gemüse' },
      { categoryId: groceries.id, amount: 1_000 },
      { categoryId: home, amount: -500, description: 'Pfand zurück' },
    ];
    const receipt = { walletId, amount: 3_000, splits, tags: ['Markt', 'bar'], note: 'Samstag\nbeim Markt' };
    const key = { idempotencyKey: 'receipt-1' };
    const [first, again] = [
      await ada.post('/v1/transactions', receipt, key),
      await ada.post('/v1/transactions', receipt, key),
    ];
    expect([first.status, again.body]).toEqual([201, first.body]);
    expect((await ada.get(`/v1/wallets/${walletId}`)).body.balance).toBe(97_000);
    const found = `categoryId=${home}&anyTags=markt&anyTags=x&allTags=BAR&amountMin=3000&amountMax=3000&type=expense`;
    expect((await ada.get(`/v1/transactions?${found}`)).body.data).toMatchObject([
      { id: first.body.id, note: receipt.note },
    ]);
    expect((await ada.get(`/v1/transactions?${found}&categoryId=none&allTags=x`)).body.data).toEqual([]);
    const [euro] = (await ada.get('/v1/summaries')).body.data.filter(({ currency }: any) => currency === 'EUR');
    expect(euro.expense).toBe(3_000);
    expect(euro.byCategory).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ categoryId: groceries.id, amount: 1_000, amountWithChildren: 3_500 }),
        expect.objectContaining({ categoryId: organic.id, amount: 2_500, parentId: groceries.id }),
        expect.objectContaining({ categoryId: home, amount: -500 }),
      ]),
    );
  });

  test('tags are merged once per key, and the receipt carries what is left', async () => {
    const { data } = (await ada.get('/v1/tags')).body;
    const idOf = (name: string) => data.find((tag: { name: string }) => tag.name === name).id as string;
    const merge = () =>
      ada.post(`/v1/tags/${idOf('bar')}/merge`, { into: idOf('Markt') }, { idempotencyKey: 'merge-1' });
    expect([(await merge()).body, (await merge()).body]).toMatchObject([{ name: 'Markt' }, { name: 'Markt' }]);
    expect((await ada.get('/v1/transactions?anyTags=Markt')).body.data).toMatchObject([{ tags: ['Markt'] }]);
  });
});
