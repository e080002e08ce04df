import { newId } from '@florin/service-kit';
import { createHarness, type Harness } from '../../../test/harness.ts';
import { event } from '../../../test/support/tokens.ts';

const PATHS = [
  ['GET', '/api/v1/finance/wallet'],
  ['POST', '/api/v1/finance/transaction'],
  ['DELETE', '/api/v1/finance/budget/019a8d2e-6b1f-7c3a-9d4e-5f60718293a4'],
  ['GET', '/api/v1/user/my-profile'],
  ['PUT', '/api/v1/user/update'],
] as const;

/** People whose address auth knows as verified. */
const verified = new Set<string>();
let harness: Harness;

beforeAll(async () => {
  harness = await createHarness(
    {},
    {},
    {
      auth: {
        getUsers: ({ ids }: { ids: string[] }) =>
          Promise.resolve({ users: ids.map((id) => ({ id, emailVerified: verified.has(id) })) }),
      },
      finance: { queryWallets: () => Promise.resolve({ wallets: [], total: 0 }) },
    },
  );
  await harness.ready();
});
afterAll(() => harness.stop());

const send = async (method: string, path: string, headers: Record<string, string> = {}) => {
  const { status, body } = await harness.http.send(method, path, { headers });
  return { status, body: body as unknown };
};
const refusal = (status: number, message: string) => ({ status, body: { status: 'error', message } });

test.each(PATHS)('%s %s without a token, with a bad, an expired and an unverified one', async (method, path) => {
  const with_ = (token: string) => send(method, path, { authorization: token });
  const expired = harness.token({ exp: Math.floor(Date.now() / 1000) - 1 });
  expect(await send(method, path)).toEqual(refusal(401, 'You do not have access'));
  expect(await with_('Bearer nonsense')).toEqual(refusal(403, 'invalid access token'));
  expect(await with_('nonsense')).toEqual(refusal(403, 'invalid access token'));
  expect(await with_(`Bearer ${harness.token()}x`)).toEqual(refusal(403, 'invalid access token'));
  expect(await with_(`Bearer ${expired}`)).toEqual(refusal(403, 'Token expired, please login again'));
  const unverified = harness.token({ email_verified: false });
  expect(await with_(`Bearer ${unverified}`)).toEqual(refusal(403, 'Please verify your email'));
});

test('an address verified after the token was made counts', async () => {
  const sub = newId();
  const headers = { authorization: `Bearer ${harness.token({ sub, email_verified: false })}` };
  expect((await send('GET', '/api/v1/finance/wallet', headers)).status).toBe(403);
  verified.add(sub);
  expect((await send('GET', '/api/v1/finance/wallet', headers)).status).toBe(200);
});

test('an ended session has to sign in again', async () => {
  const [sub, sid] = [newId(), newId()];
  const headers = { authorization: `Bearer ${harness.token({ sub, sid })}` };
  expect((await send('GET', '/api/v1/finance/wallet', headers)).status).toBe(200);
  const revokedAt = new Date().toISOString();
  await harness.bus.publish([
    event('auth.session-revoked.v1', { userId: sub, sessionId: sid, revokedAt, reason: 'logout' }),
  ]);
  expect(await send('GET', '/api/v1/finance/wallet', headers)).toEqual(
    refusal(403, 'Token expired, please login again'),
  );
});

test.each([
  ['GET', '/api/v1/nothing', 404],
  ['GET', '/api/v1', 404],
  ['PATCH', '/api/v1/finance/wallet', 405],
])('%s %s is answered in the published shape', async (method, path, status) => {
  expect(await send(method, path)).toEqual({ status, body: { status: 'error', message: expect.any(String) } });
});
