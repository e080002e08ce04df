import { waitFor } from '@florin/testing';
import { buses, startFlorin, type Florin } from '../../../../tests/e2e/florin.ts';
import { customer } from '../../../../tests/e2e/urbanfits.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const WALLET = '/user/uf-wallet';
const NO_CARD = [403, { success: false, msg: 'Please provide a card number.' }];
const NOT_YOURS = [404, { success: false, msg: 'No UF wallet of yours has this card number.' }];

let florin: Florin;
let ada: Awaited<ReturnType<typeof customer>>;
let ben: Awaited<ReturnType<typeof customer>>;
beforeAll(async () => {
  florin = await startFlorin(buses()[0]!);
  ada = await customer(florin, 'Ada Fern');
  ben = await customer(florin, 'Ben Oak');
}, 90_000);
afterAll(() => florin.stop());

/** The sign-up points come by event. */
async function balanceOf({ app, card }: typeof ada, points: number) {
  await waitFor(
    async () =>
      ((await app.get(`${WALLET}/get-balance?card_number=${card}`))[1] as { balance: number }).balance === points,
    { what: `${points} points` },
  );
}

test.each([
  ['POST', '/spin-wheel'],
  ['GET', '/get-balance'],
  ['GET', '/get-points-transactions'],
])('%s %s refuses no card, another person’s and nobody’s', async (method, path) => {
  const send = async (query: string) => {
    const { status, body } = await ada.app.send(method, `${WALLET}${path}${query}`);
    return [status, body as unknown];
  };
  expect(await send('')).toEqual(NO_CARD);
  expect(await send('?card_number=')).toEqual(NO_CARD);
  expect(await send(`?card_number=${ada.card}&card_number=${ada.card}`)).toEqual(NO_CARD);
  expect(await send(`?card_number=${ben.card}`)).toEqual(NOT_YOURS);
  expect(await send('?card_number=70500000000000000000')).toEqual(NOT_YOURS);
  expect(await send('?card_number=%24gt')).toEqual(NOT_YOURS);
});

test('sign-up gives 500 points, in the balance and in the history', async () => {
  await balanceOf(ben, 500);
  expect(await ben.app.get(`${WALLET}/get-balance?card_number=${ben.card}`)).toEqual([
    200,
    { success: true, msg: 'Your points balance.', balance: 500, worth: 5 },
  ]);
  const signUp = {
    _id: expect.stringMatching(ID) as string,
    card_number: ben.card,
    year: new Date().getUTCFullYear(),
    month: new Date().getUTCMonth() + 1,
    source: 'sign-up',
    type: 'grant',
    points: 500,
    spent: 0,
    balance: 500,
    total_balance: 500,
    expiration_date: null,
    reason: 'sign-up',
    createdAt: expect.stringMatching(TIME) as string,
  };
  const history = (query: string) => ben.app.get(`${WALLET}/get-points-transactions?card_number=${ben.card}${query}`);
  const shown = [200, { success: true, msg: 'Your points history.', history: [signUp] }];
  for (const query of ['', '&limit=', '&limit=1', '&limit=100000']) expect(await history(query)).toEqual(shown);
  for (const limit of ['0', '-1', 'x', '1.5', '1e3']) {
    const msg = 'limit must be a whole number from 1';
    expect(await history(`&limit=${limit}`)).toEqual([400, { success: false, msg }]);
  }
});

test('PUT /user/check-in is not for the sign-up day', async () => {
  const msg = 'You are not eligible for a check in reward yet.';
  expect(await ada.app.put('/user/check-in')).toEqual([400, { success: false, msg }]);
});

test('the first spin is free, a blank may be spun again, a win waits for the next window', async () => {
  await balanceOf(ada, 500);
  const spin = () => ada.app.post(`${WALLET}/spin-wheel?card_number=${ada.card}`);
  let body: { msg: string; reward: number };
  do {
    const reply = await spin();
    expect(reply[0]).toBe(200);
    body = reply[1] as typeof body;
    const { reward } = body;
    const next = reward > 0 ? { next_uf_spin: expect.stringMatching(TIME) as string } : {};
    const msg = reward > 0 ? `You won ${reward} points!` : 'No luck this time, spin again for free!';
    expect(body).toEqual({
      success: true,
      msg,
      reward,
      last_uf_spin: expect.stringMatching(/T23:59:59\.000Z$/),
      ...next,
    });
    expect([0, 50, 100, 200, 300, 400, 500]).toContain(reward);
  } while (body.reward === 0);
  const msg = "You can't spin yet, wait for the cooldown.";
  expect(await spin()).toEqual([403, { success: false, msg }]);
  await balanceOf(ada, 500 + body.reward);
  const [, { history }] = (await ada.app.get(
    `${WALLET}/get-points-transactions?card_number=${ada.card}&limit=1`,
  )) as unknown as [number, { history: object[] }];
  expect(history).toMatchObject([{ type: 'grant', points: body.reward, balance: 500 + body.reward }]);
  const [, me] = await ada.app.get('/user/get/me');
  expect(me).toMatchObject({
    user: {
      uf_wallet: { card_number: ada.card, last_spin_reward: body.reward, next_uf_spin: expect.any(String) as string },
    },
  });
});
