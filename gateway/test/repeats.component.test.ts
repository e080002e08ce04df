import { request as httpRequest } from 'node:http';
import { FlorinError } from '@florin/errors';
import { newId } from '@florin/service-kit';
import { waitFor } from '@florin/testing';
import { createDialects, listRoutes } from '../src/dialects/index.ts';
import { createHarness, type Harness } from './harness.ts';
import { event } from './support/tokens.ts';
import { ADA, REPEATABLE, enders, usual, writes, type Send } from './support/writes.ts';

const away = () => Promise.reject(new FlorinError('UNAVAILABLE', 'away', { retryAfterSeconds: 1 }));
/** not sent again by the gateway's own client, as UNAVAILABLE is for calls that may be repeated */
const late = () => Promise.reject(new FlorinError('DEADLINE_EXCEEDED', 'late'));
const never = () => new Promise<never>(() => undefined);

/** The idempotency keys by which each method was asked, and what it answers next. */
const keys: Record<string, string[]> = {};
const answers: Record<string, (() => Promise<unknown>)[]> = {};
const methods = Object.fromEntries(
  Object.keys(usual).map((name) => [
    name,
    (request: { idempotencyKey?: string; transfers?: { idempotencyKey: string }[] }) => {
      (keys[name] ??= []).push(request.idempotencyKey ?? request.transfers?.[0]?.idempotencyKey ?? '');
      const next = answers[name]?.shift();
      return next ? next() : Promise.resolve(usual[name]!());
    },
  ]),
);

let harness: Harness;
let headers: Record<string, string>;
beforeAll(async () => {
  const services = { auth: methods, users: methods, ledger: methods, finance: methods };
  harness = await createHarness({ DIALECT_PASSWORDS: 'published' }, {}, services);
  await harness.ready();
});
afterAll(() => harness.stop());
beforeEach(() => {
  for (const name of Object.keys(usual)) [keys[name], answers[name]] = [[], []];
  headers = signedIn();
});

const signedIn = (claims: object = {}) => ({
  authorization: `Bearer ${harness.token({ sub: ADA, roles: ['user', 'admin'], email_verified: true, ...claims })}`,
});
const send = ({ verb, path, body, headers: more }: Send) =>
  harness.http.send(verb, path, { ...(verb === 'DELETE' ? {} : { body }), headers: { ...headers, ...more } });
const casesOf = (list: Send[]) => list.map(({ method, verb, path }, index) => [method, verb, path, index] as const);

/** Sends a write and leaves while the service works on it, which it then ends. */
async function leave({ method, verb, path, body, headers: more }: Send): Promise<void> {
  let answer: () => void = () => undefined;
  answers[method] = [() => new Promise((resolve) => (answer = () => resolve(usual[method]!())))];
  const left = httpRequest(harness.url + path, {
    method: verb,
    headers: { ...headers, ...more, 'content-type': 'application/json' },
  });
  left.on('error', () => undefined);
  left.end(JSON.stringify(body));
  await waitFor(() => keys[method]!.length === 1, { what: 'the service to be asked' });
  left.destroy();
  answer();
}

test('every write of a dialect is among these, or may be repeated as it is', () => {
  const dialects = createDialects({ clients: {}, config: {}, clock: () => new Date() } as never);
  const known = writes().map(({ verb, path }) => `${verb} ${path.split('?')[0]}`.replace(/[0-9a-f-]{36}$/, ':id'));
  const missing = listRoutes(dialects)
    .map(({ method, path }) => `${method} ${path.replace(/^\/api\/(?!v1)/, '/')}`)
    .filter((route) => !route.startsWith('GET ') && !known.includes(route) && !REPEATABLE.has(route));
  expect(missing).toEqual([]);
});

test.each(casesOf(writes()))(
  '%s, whose outcome is unknown after %s %s, has one key, however often it is sent again',
  async (method, _verb, _path, index) => {
    const write = writes()[index]!;
    answers[method] = [late];
    expect((await send(write)).status).toBe(504);
    expect((await send(write)).status).toBeLessThan(300);
    expect((await send(writes()[index]!)).status).toBeLessThan(300);
    const [first, repeated, other] = keys[method]!;
    expect(repeated).toBe(first);
    // signing out and changing a profile come to the same however often
    if (!['signOut', 'updateMe'].includes(method)) expect(new Set(['', first, other]).size).toBe(3);
  },
);

test.each(casesOf(writes()))(
  '%s, whose client left before the reply to %s %s, is not carried out again',
  async (method, _verb, _path, index) => {
    const write = writes()[index]!;
    await leave(write);
    const again = await send(write);
    expect([again.status < 300, again.headers.get('idempotency-replayed')]).toEqual([true, 'true']);
    expect(keys[method]).toHaveLength(1);
  },
);

test.each(casesOf(enders()))(
  '%s ended the session of %s %s and its reply was lost: the repeat gets it, other calls do not',
  async (method, _verb, _path, index) => {
    const [sessionId, userId] = [newId(), newId()];
    headers = signedIn({ sid: sessionId, sub: userId });
    const write = enders()[index]!;
    await leave(write);
    const revokedAt = new Date().toISOString();
    await harness.bus.publish([event('auth.session-revoked.v1', { userId, sessionId, reason: 'logout', revokedAt })]);
    await waitFor(
      async () => (await send({ method: 'getMe', verb: 'PUT', path: '/user/check-in', body: {} })).status === 401,
    );
    const other = enders()[index]!;
    if (Object.keys(other.body).length > 0) expect((await send(other)).status).toBeGreaterThan(399);
    expect((await send(write)).status).toBe(200);
    expect(keys[method]).toHaveLength(1);
    // and, once it was read, no more
    expect((await send(write)).status).toBeGreaterThan(399);
  },
);

test('a refusal that nobody read is not kept: the same again is looked at anew', async () => {
  const write = writes().find(({ path }) => path === '/auth/verify')!;
  const wrong = () => Promise.resolve({ outcome: 'CODE_OUTCOME_WRONG' });
  await leave(write);
  answers['verifyContact'] = [wrong];
  await send(write);
  expect((await send(write)).status).toBe(401);
  expect((await send(write)).status).toBe(200);
});

test('a service that still works on the first try is asked again under its key', async () => {
  const write = writes().find(({ method }) => method === 'requestFriend')!;
  const underWay = () => Promise.reject(new FlorinError('CONFLICT', 'under way', { retryAfterSeconds: 1 }));
  answers['requestFriend'] = [late, underWay];
  expect([(await send(write)).status, (await send(write)).status, (await send(write)).status]).toEqual([504, 409, 200]);
  expect(new Set(keys['requestFriend']).size).toBe(1);
});

test('a ledger that never answers a send is asked again under the same key', async () => {
  const write = writes()[0]!;
  answers['postTransfers'] = [never];
  expect((await send(write)).status).toBe(504);
  expect((await send(write)).status).toBe(200);
  expect(new Set(keys['postTransfers']).size).toBe(1);
}, 20_000);

test.each([
  ['postTransfers', 0, 9],
  ['deposit', 1, 10 + 3],
])('%s that took effect answers success, though nothing more can be read', async (method, index, balance) => {
  const write = { ...writes()[index]!, ...(index === 1 ? { body: { amount: 3 } } : {}) };
  answers[method] = [
    () => {
      answers['getAccounts'] = [away, away, away];
      answers['getMe'] = [away, away, away];
      return Promise.resolve(usual[method]!());
    },
  ];
  const reply = await send(write);
  expect([reply.status, reply.body.user]).toEqual([200, expect.objectContaining({ id: ADA, balance })]);
});

test.each(casesOf(writes()).filter(([, , path]) => /^\/(transaction\/send|auth\/(change|add|handle))/.test(path)))(
  'when nothing can be read, %s of %s %s does not happen',
  async (method, _verb, _path, index) => {
    answers['getMe'] = [away, away, away];
    expect((await send(writes()[index]!)).status).toBe(503);
    expect(keys[method]).toEqual([]);
  },
);
