import { randomBytes } from 'node:crypto';
import { NOTHING, PASSWORD, startAuth, type Harness } from './harness.ts';
import { createDialectClient, device } from './support/dialect-client.ts';

let auth: Harness;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

const DAY_MS = 86_400_000;

describe('closing an account', () => {
  const close = (headers: Record<string, string>) => auth.http.delete('/v1/auth/account', { headers });

  test('with money, holds, requests or schedules in it is refused and tells what is there', async () => {
    const person = await auth.newPerson();
    const balances = [{ currency: 'USD', posted: 1250n, held: 200n }];
    auth.holdings.set(person.user.id, { ...NOTHING, balances, holdsPlaced: 1, requestsToPay: 2, schedules: 3 });
    const refused = await close(person.headers);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      code: 'CONFLICT',
      errors: [
        { path: 'balances', message: '1250 USD in minor units, 200 of it held' },
        { path: 'holdsPlaced', message: '1 holds you placed' },
        { path: 'requestsToPay', message: '2 payment requests to you' },
        { path: 'schedules', message: '3 scheduled transfers' },
      ],
    });
    expect((await auth.login(person.email)).status).toBe(200);
    expect(auth.eventsOf('auth.user-terminated.v1', person.user.id)).toEqual([]);
    auth.holdings.delete(person.user.id);
    expect((await close(person.headers)).status).toBe(204);
    const asked = auth.closings.filter(([, userId]) => userId === person.user.id).map(([what]) => what);
    expect(asked).toEqual(['begin', 'abandon', 'begin']);
  });

  test('may pay out in the same call, which ends requests and plans, but not what is held', async () => {
    const person = await auth.newPerson();
    const closeWith = (body: object) => auth.http.send('DELETE', '/v1/auth/account', { body, headers: person.headers });
    const faulty = [{ payOut: {} }, { payOut: { to: {} } }, { payOut: { to: { userId: 'x' } } }, { payout: {} }];
    for (const body of faulty) expect((await closeWith(body)).status).toBe(400);
    auth.holdings.set(person.user.id, { ...NOTHING, requestsToPay: 2, schedules: 1, holdsPlaced: 1 });
    const payOut = { to: { username: 'ben.oak' } };
    expect((await closeWith({ payOut })).body.errors).toEqual([{ path: 'holdsPlaced', message: '1 holds you placed' }]);
    auth.holdings.set(person.user.id, { ...NOTHING, requestsToPay: 2, schedules: 1 });
    expect((await closeWith({ payOut: { withdrawal: {} } })).status).toBe(204);
    const asked = auth.closings.filter(([, userId]) => userId === person.user.id);
    expect(asked.map(([what, , where]) => [what, where])).toEqual([
      ['begin', payOut],
      ['abandon', undefined],
      ['begin', { withdrawal: {} }],
    ]);
  });

  test('through the API that opened the session needs no fresh sign-in, through another one it does', async () => {
    const client = createDialectClient(auth);
    const { user, session } = await client.signUp({ via: 'tracker' });
    auth.clock.advance(3_600_000);
    const asking = (via: string) =>
      client.grpc
        .closeAccount({ via, userId: user?.id, sessionId: session?.id, device })
        .catch((error: unknown) => error);
    expect(await asking('spotme')).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    auth.holdings.set(user?.id ?? '', { ...NOTHING, schedules: 1 });
    const message = 'There is something left in the account: 1 scheduled transfers';
    expect(await asking('tracker')).toMatchObject({ code: 'CONFLICT', message });
    auth.holdings.delete(user?.id ?? '');
    expect(await asking('tracker')).toEqual({});
    expect((await client.signIn(user?.email ?? '')).outcome).toBe('OUTCOME_UNKNOWN_USER');
    expect(await asking('tracker')).toMatchObject({ code: 'SESSION_REVOKED' });
    client.close();
  });
});

describe('freezing', () => {
  test('is an event, and so is the reset that ends it', async () => {
    const person = await auth.newPerson();
    await auth.login(person.email, PASSWORD, {}, { 'user-agent': 'Firefox/1 on another machine' });
    await auth.quiet();
    const told = auth.eventsOf('auth.security-changed.v1', person.user.id).at(-1);
    const link = auth.linkOf(told?.data.sealedLink ?? '');
    expect((await auth.http.post(link, undefined, { headers: { accept: 'application/json' } })).status).toBe(200);
    await auth.quiet();
    expect(auth.eventsOf('auth.user-frozen.v1', person.user.id)).toHaveLength(1);
    await auth.http.post('/v1/auth/password/forgot', { identifier: person.email });
    const code = await auth.codeFor(person.email, 'password-reset');
    const reset = { identifier: person.email, code, password: 'plain-window-barley-93' };
    expect((await auth.http.post('/v1/auth/password/reset', reset)).status).toBe(200);
    await auth.quiet();
    expect(auth.eventsOf('auth.user-unfrozen.v1', person.user.id)).toHaveLength(1);
  });
});

describe('a session that lapses', () => {
  test('ends its pushes', async () => {
    const { email, id } = await auth.registerVerified();
    const pushToken = `push-${randomBytes(6).toString('hex')}`;
    const device = { platform: 'android', pushToken };
    expect((await auth.login(email, PASSWORD, { device, rememberMe: true })).status).toBe(200);
    await auth.quiet();
    const pushes = () => auth.eventsOf('auth.push-token-changed.v1', id).map(({ data }) => data.pushToken);
    await auth.useCases.endLapsedPushes(500);
    await auth.quiet();
    expect(pushes()).toEqual([pushToken]);
    auth.clock.advance(40 * DAY_MS);
    expect(await auth.useCases.endLapsedPushes(500)).toBe(1);
    await auth.quiet();
    expect(pushes()).toEqual([pushToken, null]);
    expect(await auth.useCases.endLapsedPushes(500)).toBe(0);
  });
});

describe('a username that is given up', () => {
  const put = (headers: Record<string, string>, username: string) =>
    auth.http.put('/v1/auth/username', { username }, { headers });
  const name = () => `u${randomBytes(5).toString('hex')}`;

  test('is held for 90 days, for nobody but who gave it up', async () => {
    const [first, second, third] = [name(), name(), name()];
    const person = await auth.newPerson({ username: first });
    const other = await auth.newPerson();
    expect((await put(person.headers, second)).status).toBe(200);
    expect((await put(other.headers, first)).status).toBe(409);
    expect((await auth.register({ username: first.toUpperCase() })).reply.status).toBe(409);
    // whoever pays or asks it finds nobody, in every service and dialect
    const client = createDialectClient(auth);
    const resolve = (username: string) => client.grpc.resolveUser({ username });
    await expect(resolve(first)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await resolve(second)).user?.id).toBe(person.user.id);
    client.close();
    await auth.quiet();
    const told = auth.eventsOf('auth.security-changed.v1', person.user.id).at(-1);
    expect(told?.data).toMatchObject({ what: 'username-changed' });
    expect((await put(person.headers, first)).status).toBe(200);
    expect((await put(person.headers, third)).status).toBe(200);
    auth.clock.advance(91 * DAY_MS);
    const later = auth.signedIn(await auth.login(other.email));
    expect((await put(later.headers, first)).status).toBe(200);
  });

  test('is limited to three in 30 days', async () => {
    const person = await auth.newPerson({ username: name() });
    for (let n = 0; n < 3; n += 1) expect((await put(person.headers, name())).status).toBe(200);
    const refused = await put(person.headers, name());
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(29 * 86_400);
  });
});
