import { FlorinError } from '@florin/errors';
import { createHarness, type Harness } from '../../../test/harness.ts';

const CARD = '70517637501230004821';
const SPIN = `/user/uf-wallet/spin-wheel?card_number=${CARD}`;

/** What the services answer next: calendar days and empty purses that a running Florin does not have on demand. */
let checkIn: () => Promise<object>;
let spinWheel: () => Promise<object>;
let harness: Harness;
beforeAll(async () => {
  harness = await createHarness({}, {}, { users: { checkIn: () => checkIn(), spinWheel: () => spinWheel() } });
  await harness.ready();
});
afterAll(() => harness.stop());

const send = async (method: string, path: string, claims?: object) => {
  const headers = { cookie: `session-token=${harness.token(claims)}` };
  const { status, body, headers: answered } = await harness.http.send(method, path, { headers });
  return [status, body as unknown, answered.getSetCookie().length];
};

test('a check-in names its points and the end of the day', async () => {
  checkIn = () => Promise.resolve({ points: 35, lastCheckin: '2026-11-22T19:59:59.999Z' });
  const msg = 'You got 35 points for checking in today!';
  expect(await send('PUT', '/user/check-in')).toEqual([
    200,
    { success: true, msg, last_checkin: '2026-11-22T19:59:59.999Z' },
    0,
  ]);
});

test('a second check-in of the day is a 400', async () => {
  checkIn = () => Promise.reject(new FlorinError('CONFLICT', 'used'));
  const msg = 'You are not eligible for a check in reward yet.';
  expect(await send('PUT', '/user/check-in')).toEqual([400, { success: false, msg }, 0]);
});

test('a spin that can not be paid is a 403', async () => {
  spinWheel = () => Promise.reject(new FlorinError('INSUFFICIENT_FUNDS', 'not enough'));
  const msg = "You don't have enough points to spin the wheel.";
  expect(await send('POST', SPIN)).toEqual([403, { success: false, msg }, 0]);
});

test('a blank has no next spin, a win has one', async () => {
  const last_uf_spin = '2026-11-22T19:59:59.000Z';
  spinWheel = () => Promise.resolve({ reward: 0, lastSpin: last_uf_spin, nextSpin: '' });
  const blank = { success: true, msg: 'No luck this time, spin again for free!', reward: 0, last_uf_spin };
  expect(await send('POST', SPIN)).toEqual([200, blank, 0]);
  const next_uf_spin = '2026-11-22T20:00:00.000Z';
  spinWheel = () => Promise.resolve({ reward: 100, lastSpin: last_uf_spin, nextSpin: next_uf_spin });
  const won = { success: true, msg: 'You won 100 points!', reward: 100, last_uf_spin, next_uf_spin };
  expect(await send('POST', SPIN)).toEqual([200, won, 0]);
});

test('a service that is away is a 503 and keeps the cookies', async () => {
  spinWheel = () => Promise.reject(new FlorinError('UNAVAILABLE', 'later'));
  expect(await send('POST', SPIN)).toEqual([503, { success: false, msg: expect.any(String) as string }, 0]);
});

test('an expired session loses its cookies', async () => {
  const now = Math.floor(Date.now() / 1000);
  const msg = 'Your session is invalid or expired. Please sign in again.';
  expect(await send('PUT', '/user/check-in', { iat: now - 700, exp: now - 100 })).toEqual([
    401,
    { success: false, msg },
    2,
  ]);
});
