import { PASSWORD, startAuth, type Harness } from './harness.ts';

let auth: Harness;
beforeAll(async () => {
  auth = await startAuth({ TRUSTED_PROXIES: 'loopback' });
});
afterAll(() => auth.stop());

/** as the gateway tells it */
const from = (ip: string, more: Record<string, string> = {}) => ({ 'x-florin-client-ip': ip, ...more });
const login = (identifier: string, password: string, ip: string, more: Record<string, string> = {}) =>
  auth.login(identifier, password, {}, from(ip, more));
const strip = ({ status, body }: { status: number; body: any }) => ({ status, ...body, requestId: '', instance: '' });

describe('guess budget', () => {
  test('after five failures each one more costs a longer wait, and a right password during it is not even tried', async () => {
    const { email } = await auth.registerVerified();
    for (let n = 0; n < 5; n += 1) expect((await login(email, 'wrong-one', '198.51.100.1')).status).toBe(401);
    const refused = await login(email, PASSWORD, '198.51.100.1');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    for (const wait of [500, 1000]) {
      auth.clock.advance(wait + 1);
      expect((await login(email, 'wrong-one', '198.51.100.1')).status).toBe(401);
    }
    expect((await login(email, PASSWORD, '198.51.100.1')).headers.get('retry-after')).toBe('2');
    auth.clock.advance(2_001);
    expect((await login(email, PASSWORD, '198.51.100.1')).status).toBe(200);
  });

  test("strangers everywhere share one lane, and can't lock out the device that has signed in before", async () => {
    const { email } = await auth.registerVerified();
    const home = '203.0.113.7';
    const device = { 'x-device-id': 'a-device-id-nobody-guesses' };
    expect((await login(email, PASSWORD, home, device)).status).toBe(200);
    for (let n = 0; n < 30; n += 1) await login(email, 'wrong-one', `198.51.100.${n}`);
    expect((await login(email, PASSWORD, '198.51.100.99')).status).toBe(429);
    expect((await login(email, PASSWORD, home)).status).toBe(200);
    expect((await login(email, PASSWORD, '192.0.2.1', device)).status).toBe(200);
  });

  test('an unknown account waits just the same', async () => {
    const { email } = await auth.registerVerified();
    const run = async (identifier: string) => {
      const replies = [];
      for (let n = 0; n < 8; n += 1) replies.push(strip(await login(identifier, 'wrong-one', '198.51.100.2')));
      return replies;
    };
    expect(await run(auth.newEmail())).toEqual(await run(email));
  });

  test('codes and passwords of one account share the budget', async () => {
    const { email } = await auth.register();
    const right = await auth.codeFor(email);
    const verify = (code: string) =>
      auth.http.post('/v1/auth/verify-email', { email, code }, { headers: from('198.51.100.3') });
    const wrong = right === '000000' ? '000001' : '000000';
    for (let n = 0; n < 3; n += 1) expect((await verify(wrong)).status).toBe(422);
    for (let n = 0; n < 2; n += 1) expect((await login(email, 'wrong-one', '198.51.100.3')).status).toBe(401);
    expect((await verify(right)).status).toBe(429);
  });

  test('a burst of guesses at once gets no more tries than the budget has', async () => {
    const { email } = await auth.registerVerified();
    const wrong = Array.from({ length: 15 }, () => login(email, 'wrong-one', '198.51.100.4'));
    const replies = await Promise.all([...wrong, login(email, PASSWORD, '198.51.100.4')]);
    expect(replies.at(-1)?.status).toBe(429);
  });

  test('many right sign-ins at once are no guesses', async () => {
    const { email } = await auth.registerVerified();
    const replies = await Promise.all(Array.from({ length: 15 }, () => login(email, PASSWORD, '198.51.100.5')));
    expect(replies.map(({ status }) => status)).toEqual(Array<number>(15).fill(200));
  });

  test('failures are forgotten after a day', async () => {
    const { email } = await auth.registerVerified();
    for (let n = 0; n < 5; n += 1) await login(email, 'wrong-one', '198.51.100.6');
    auth.clock.advance(86_400_000 + 1);
    expect((await login(email, 'wrong-one', '198.51.100.6')).status).toBe(401);
    expect((await login(email, PASSWORD, '198.51.100.6')).status).toBe(200);
  });
});

describe('limits by address', () => {
  test('replies say where the caller stands, and ten times production is allowed in development', async () => {
    const reply = await auth.http.post('/v1/auth/refresh', { refreshToken: 'x' }, { headers: from('192.0.2.10') });
    expect(reply.headers.get('ratelimit-limit')).toBe('6000');
    expect(reply.headers.get('ratelimit-remaining')).toBe('5999');
    expect(reply.headers.get('ratelimit-reset')).toBe('60');
  });

  test('in production the hundred-and-first sign-in of an address in a minute is refused; its /64 counts as one, another does not', async () => {
    const strict = await startAuth({ DEPLOYMENT: 'production' });
    try {
      const attempt = (ip: string, n: number) =>
        strict.login(`nobody${n}@example.com`, 'wrong-one', {}, { 'x-forwarded-for': ip });
      for (let n = 0; n < 100; n += 1) expect((await attempt(`2001:db8:1:2::${n}`, n)).status).toBe(401);
      const refused = await attempt('2001:db8:1:2:ffff::1', 100);
      expect(refused.status).toBe(429);
      expect(refused.headers.get('retry-after')).toBe('60');
      expect(refused.headers.get('ratelimit-remaining')).toBe('0');
      expect((await attempt('2001:db8:1:3::1', 101)).status).toBe(401);
      strict.clock.advance(60_001);
      expect((await attempt('2001:db8:1:2::5', 102)).status).toBe(401);
    } finally {
      await strict.stop();
    }
  });

  test('an address is believed only from a trusted proxy', async () => {
    const strict = await startAuth({ TRUSTED_PROXIES: '203.0.113.0/24', DEPLOYMENT: 'production' });
    try {
      const replies = [];
      for (let n = 0; n < 101; n += 1) {
        replies.push(
          await strict.login(
            `n${n}@example.com`,
            'wrong-one',
            {},
            { 'x-florin-client-ip': `192.0.2.${n}`, 'x-forwarded-for': `192.0.2.${n}` },
          ),
        );
      }
      expect(replies.at(-1)?.status).toBe(429);
    } finally {
      await strict.stop();
    }
  });

  test('telling taken addresses by registering is limited', async () => {
    const strict = await startAuth({ DEPLOYMENT: 'production' });
    try {
      const probe = () => strict.register({ password: 'password123' });
      for (let n = 0; n < 100; n += 1) expect((await probe()).reply.status).toBe(422);
      expect((await probe()).reply.status).toBe(429);
    } finally {
      await strict.stop();
    }
  });
});

describe('hashing', () => {
  test('when too many wait, the rest is refused at once with 503 and Retry-After, and the service stays awake', async () => {
    const small = await startAuth({ BCRYPT_COST: '12', BCRYPT_CONCURRENCY: '1', BCRYPT_QUEUE: '2' });
    try {
      const attempts = Promise.all(Array.from({ length: 10 }, (_, n) => small.login(`n${n}@example.com`, 'wrong-one')));
      const health = await small.http.get('/healthz');
      expect(health.status).toBe(200);
      const replies = await attempts;
      expect(replies.filter(({ status }) => status === 401)).toHaveLength(3);
      const shed = replies.filter(({ status }) => status === 503);
      expect(shed).toHaveLength(7);
      expect(shed[0]?.headers.get('retry-after')).toBe('2');
    } finally {
      await small.stop();
    }
  });

  test('a password is not cut at 72 bytes, and a changed cost is applied at the next sign-in', async () => {
    const long = 'ß'.repeat(80);
    const { email, id } = await auth.registerVerified({ password: `${long}-one` });
    expect((await auth.login(email, `${long}-two`)).status).toBe(401);
    expect((await auth.login(email, `${long}-one`)).status).toBe(200);
    const users = auth.db('users').where({ id });
    const costlier = await startAuth({ BCRYPT_COST: '5', PASSWORD_PEPPERS: `p1:${'k'.repeat(32)}` });
    try {
      const row = await users.clone().first();
      await costlier.db('users').insert({ ...row });
      expect((await costlier.login(email, `${long}-one`)).status).toBe(200);
      await costlier.settled();
      const { password_hash: hash } = await costlier.db('users').where({ id }).first();
      expect(hash).toMatch(/^p1:\$2b\$05\$/);
      expect((await costlier.login(email, `${long}-one`)).status).toBe(200);
    } finally {
      await costlier.stop();
    }
  });
});

describe('cookies', () => {
  const origin = 'http://localhost:8080';
  const cookiesOf = (headers: Headers) => headers.getSetCookie();
  const signIn = async () => {
    const { email } = await auth.registerVerified();
    return auth.login(email, PASSWORD, { cookies: true }, { origin });
  };

  test('hold the tokens out of reach of scripts, and the reply does not', async () => {
    const reply = await signIn();
    expect(reply.body.accessToken).toBeUndefined();
    expect(reply.body.refreshToken).toBeUndefined();
    const set = cookiesOf(reply.headers);
    expect(set).toHaveLength(2);
    for (const cookie of set) expect(cookie).toMatch(/^__Host-florin-\w+=.+; Path=\/; Secure; HttpOnly; SameSite=Lax/);
  });

  test('are taken from our own pages only', async () => {
    const cookie = cookiesOf((await signIn()).headers)
      .map((one) => one.split(';')[0])
      .join('; ');
    const refresh = (headers: Record<string, string>) =>
      auth.http.post('/v1/auth/refresh', {}, { headers: { cookie, ...headers } });
    expect((await refresh({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await refresh({ origin: 'null', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await refresh({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await refresh({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await refresh({ origin })).status).toBe(200);
    expect((await refresh({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await refresh({})).status).toBe(200);
    const foreign = await auth.login('a@example.com', PASSWORD, { cookies: true }, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
  });
});
