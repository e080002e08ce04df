import { request as httpRequest } from 'node:http';
import jwt from 'jsonwebtoken';
import { loadProto, type AuthServiceDefinition } from '@florin/proto';
import {
  createGrpcClient,
  createIdentitySigner,
  createServiceTokens,
  deriveKey,
  newId,
  toOpenApi,
} from '@florin/service-kit';
import { TEST_SECRET, identityHeaders } from '@florin/testing';
import { apiRoutes } from '../src/composition.ts';
import { PASSWORD, startAuth, type Harness } from './harness.ts';

let auth: Harness;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

interface Operation {
  method: string;
  path: string;
  fields: string[];
  isPublic: boolean;
}

/** Every operation that takes a body, with its fields, out of the document that is made from the routes themselves. */
function operations(): Operation[] {
  const { paths } = toOpenApi({ title: 'auth', version: '1' }, apiRoutes()) as { paths: Record<string, any> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries<any>(methods).flatMap(([method, operation]) => {
      const schema = operation.requestBody?.content['application/json'].schema;
      if (!schema) return [];
      return [{ method, path, fields: Object.keys(schema.properties), isPublic: operation.security === undefined }];
    }),
  );
}

const HOSTILE: [string, unknown][] = [
  ['a MongoDB operator', { $ne: null }],
  ['a MongoDB regular expression', { $regex: '.*' }],
  ['a list', ['admin@example.com']],
  ['an SQL tautology', "' OR '1'='1' --"],
  ['an SQL statement', "x'; DROP TABLE users; --"],
  ['a NUL', 'a\0b'],
  ['half a surrogate pair', 'a\ud800b'],
  ['a number', 1e308],
  ['a deep object', JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`)],
];

describe('injection', () => {
  test.each(operations().map((one) => [`${one.method} ${one.path}`, one] as const))(
    '%s: hostile values in every field are refused, and nothing breaks',
    async (_name, { method, path, fields, isPublic }) => {
      const person = isPublic ? undefined : await auth.newPerson();
      for (const field of fields) {
        for (const [, value] of HOSTILE) {
          const body = Object.fromEntries(fields.map((name) => [name, name === field ? value : `${name}-value`]));
          const reply = await auth.http.send(method.toUpperCase(), path.replace('{id}', newId()), {
            body,
            headers: person?.headers ?? {},
          });
          // text that means nothing may get the answer that unknown accounts get
          const refused = reply.status >= 400 && reply.status < 500;
          const harmless = typeof value === 'string' && reply.status === 200 && reply.body.message !== undefined;
          expect([path, field, value, refused || harmless]).toEqual([path, field, value, true]);
          expect(reply.text).not.toMatch(/syntax error|relation|SELECT|stack|node_modules/);
        }
      }
    },
  );

  test('an SQL identifier signs nobody in, and the tables are still there', async () => {
    const { email } = await auth.registerVerified();
    for (const identifier of [`${email}' --`, `' OR email_normal = '${email}`, `${email}'; DROP TABLE users; --`]) {
      expect((await auth.login(identifier)).status).toBe(401);
    }
    expect((await auth.login(email)).status).toBe(200);
  });

  test('keys that would change an object’s prototype are unknown fields', async () => {
    const rawBody = `{"__proto__":{"roles":["admin"]},"identifier":"a@b.co","password":"x"}`;
    const headers = { 'content-type': 'application/json' };
    const reply = await auth.http.send('POST', '/v1/auth/login', { rawBody, headers });
    expect([400, 401]).toContain(reply.status);
    expect(({} as Record<string, unknown>)['roles']).toBeUndefined();
  });

  test('nobody becomes admin or verified by asking', async () => {
    for (const extra of [{ roles: ['admin'] }, { emailVerified: true }, { status: 'active' }, { id: newId() }]) {
      expect((await auth.register(extra)).reply.status).toBe(400);
    }
  });
});

describe('size', () => {
  test('a password of 1 MB is refused before it is hashed', async () => {
    const reply = await auth.login('a@example.com', 'x'.repeat(1_000_000));
    expect(reply.status).toBe(413);
  });

  test.each([1025, 50_000])('a password of %i characters answers 400', async (length) => {
    expect((await auth.login('a@example.com', 'x'.repeat(length))).status).toBe(400);
  });

  test('another content type, broken JSON and another method have their own answers', async () => {
    const post = (rawBody: string, type: string) =>
      auth.http.send('POST', '/v1/auth/login', { rawBody, headers: { 'content-type': type } });
    expect((await post('identifier=a', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await post('{"identifier":', 'application/json')).status).toBe(400);
    const get = await auth.http.get('/v1/auth/login');
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('unicode', () => {
  test.each([
    ['Cyrillic look-alikes', 'аdmin'],
    ['full-width letters', 'ａｄｍｉｎ'],
    ['a zero-width joiner', 'ad\u200dmin'],
    ['a right-to-left override', 'nimda\u202e'],
    ['a combining accent', 'admi\u0301n'],
    ['a soft hyphen', 'ad\u00admin'],
    ['an address', 'admin@example.com'],
    ['a path', '../admin'],
    ['markup', '<b>admin</b>'],
  ])('a username of %s is refused', async (_what, username) => {
    expect((await auth.register({ username })).reply.status).toBe(400);
  });

  test('the same password typed composed or decomposed signs in', async () => {
    const { email } = await auth.registerVerified({ password: 'crème-brûlée-lantern' });
    expect((await auth.login(email, 'crème-brûlée-lantern'.normalize('NFD'))).status).toBe(200);
  });
});

describe('smuggled identity', () => {
  const claims = { roles: ['admin'], amr: ['pwd'], authTime: 0, emailVerified: true, sessionId: newId() };
  const sign = (key: jwt.Secret, options: jwt.SignOptions = {}) =>
    jwt.sign(claims, key, { subject: newId(), audience: 'florin-identity', expiresIn: 60, ...options });

  test.each([
    ['plain JSON', () => JSON.stringify({ userId: newId(), ...claims })],
    [
      'another secret',
      () => createIdentitySigner('z'.repeat(40)).sign({ userId: newId(), ...claims, roles: ['admin'] }),
    ],
    ['no signature', () => sign('', { algorithm: 'none' })],
    ['an expired one', () => sign(deriveKey(TEST_SECRET, 'identity'), { expiresIn: -60 })],
    ['a service token', () => createServiceTokens(TEST_SECRET, 'gateway').current()],
    ['another audience', () => sign(deriveKey(TEST_SECRET, 'identity'), { audience: 'florin' })],
  ])('%s in the identity header answers 401', async (_what, make) => {
    const headers = { 'x-florin-identity': make() };
    expect((await auth.http.get('/v1/auth/sessions', { headers })).status).toBe(401);
  });

  test('an identity whose session is not theirs can change nothing', async () => {
    const victim = await auth.newPerson();
    const attacker = await auth.newPerson();
    const headers = identityHeaders({ userId: victim.user.id, sessionId: attacker.sessionId });
    const change = { currentPassword: PASSWORD, newPassword: 'quiet-lantern-brook-82' };
    expect((await auth.http.post('/v1/auth/password/change', change, { headers })).body.code).toBe('SESSION_REVOKED');
    expect((await auth.http.delete('/v1/auth/account', { headers })).body.code).toBe('SESSION_REVOKED');
    expect((await auth.http.post('/v1/auth/2fa/totp', undefined, { headers })).body.code).toBe('SESSION_REVOKED');
  });

  test('gRPC takes calls of services only', async () => {
    const options = { address: auth.grpcAddress(), target: 'auth', definition: loadProto('auth'), timeoutMs: 10_000 };
    const tokens = [
      createServiceTokens('z'.repeat(40), 'gateway'),
      { current: () => '', verify: () => '' },
      { current: () => identityHeaders()['x-florin-identity'] ?? '', verify: () => '' },
    ];
    for (const one of tokens) {
      const client = createGrpcClient<AuthServiceDefinition>({ ...options, tokens: one });
      await expect(client.getUsers({ ids: [newId()] })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
      client.close();
    }
  });
});

describe('links and redirects', () => {
  test('a forged Host changes no link', async () => {
    const person = await auth.newPerson();
    const body = JSON.stringify({ currentPassword: PASSWORD, newPassword: 'quiet-lantern-brook-82' });
    const headers = {
      ...person.headers,
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const status = await new Promise((resolve, reject) => {
      const url = new URL('/v1/auth/password/change', auth.url);
      httpRequest(url, { method: 'POST', headers }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end(body);
    });
    expect(status).toBe(200);
    await auth.quiet();
    const [notice] = auth.eventsOf('auth.security-changed.v1', person.user.id);
    expect(auth.linkOf(notice?.data.sealedLink ?? '')).toMatch(/^\/v1\/auth\/links\/[\w-]{43}$/);
    expect(JSON.stringify(auth.events)).not.toContain('evil.example');
  });

  test('no parameter makes a reply send people elsewhere', async () => {
    for (const query of ['next=https://evil.example', 'redirect_uri=//evil.example', 'returnTo=javascript:alert(1)']) {
      for (const path of ['/v1/auth/login', `/v1/auth/links/${'x'.repeat(43)}`, '/.well-known/jwks.json']) {
        const reply = await auth.http.send('GET', `${path}?${query}`);
        expect(reply.headers.get('location')).toBeNull();
        expect(reply.status).not.toBe(302);
      }
    }
  });
});

describe('what is stored', () => {
  test('no password, code, token or key is in the database or on the bus in the clear', async () => {
    const person = await auth.newPerson();
    const code = await auth.codeFor(person.email);
    const tables = await auth.db('pg_tables').where({ schemaname: 'auth' }).pluck<string[]>('tablename');
    const dump = JSON.stringify(await Promise.all(tables.map((table) => auth.db(table))));
    for (const secret of [PASSWORD, person.refreshToken, person.accessToken, 'BEGIN PRIVATE KEY']) {
      expect(dump.includes(secret)).toBe(false);
    }
    expect(JSON.stringify(auth.events)).not.toContain(PASSWORD);
    expect(JSON.stringify(auth.events)).not.toContain(`"${code}"`);
  });
});
