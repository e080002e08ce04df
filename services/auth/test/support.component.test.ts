import { identityHeaders } from '@florin/testing';
import { startAuth, type Harness, type SignedIn } from './harness.ts';

let auth: Harness;
let staff: SignedIn;
beforeAll(async () => {
  auth = await startAuth();
  staff = await auth.newPerson();
});
afterAll(() => auth.stop());

const identity = (authTime = Math.floor(Date.now() / 1000)) =>
  identityHeaders({ userId: staff.user.id, sessionId: staff.sessionId, roles: ['user', 'support'], authTime });
const asSupport = (path: string) => auth.http.get(path, { headers: identity() });
const search = async (query: string): Promise<string[]> => {
  const reply = await asSupport(`/v1/admin/users?query=${encodeURIComponent(query)}`);
  return (reply.body.data as { id: string }[]).map(({ id }) => id);
};

describe('a search for people by support staff', () => {
  test('finds beginnings of the name, the last name, the username and the address, and the id', async () => {
    const person = await auth.newPerson({ name: 'Zelda van Quill', username: 'zq_77' });
    for (const query of ['zelda', 'ZELDA VAN', 'quil', 'zq_', person.email.slice(0, 12), person.user.id])
      expect(await search(query)).toContain(person.user.id);
    expect(await search('elda')).toEqual([]);
  });

  test('takes signs of patterns as they are', async () => {
    await auth.newPerson({ name: 'Percy Plain' });
    for (const query of ['%', '_', '\\', 'percy%']) expect(await search(query)).toEqual([]);
  });

  test('without a word gives everybody, newest first, in pages', async () => {
    const [older, newer] = [await auth.newPerson(), await auth.newPerson()];
    const first = await asSupport('/v1/admin/users?limit=1');
    expect(first.body.data[0].id).toBe(newer.user.id);
    const second = await asSupport(`/v1/admin/users?limit=1&cursor=${String(first.body.nextCursor)}`);
    expect(second.body.data[0].id).toBe(older.user.id);
  });

  test.each(['/v1/admin/users', '/v1/admin/users/01a200bd-91e9-7000-8000-e50cc308e5bc'])(
    'is refused to those who are none: %s',
    async (path) => {
      const reply = await auth.http.get(path, { headers: staff.headers });
      expect([reply.status, reply.body.code]).toEqual([403, 'FORBIDDEN']);
    },
  );
});

describe('what support staff see of a person', () => {
  test('is how they sign in and where they are signed in, without secrets', async () => {
    const person = await auth.newPerson();
    const reply = await asSupport(`/v1/admin/users/${person.user.id}`);
    expect(reply.body).toMatchObject({
      id: person.user.id,
      status: 'active',
      hasPassword: true,
      factors: [],
      passkeys: 0,
      identities: [],
      sessions: [{ id: person.sessionId }],
    });
    expect(reply.text).not.toMatch(/hash|salt|secret/i);
  });

  test('are the events of the account, newest first', async () => {
    const person = await auth.newPerson();
    const reply = await asSupport(`/v1/admin/users/${person.user.id}/events`);
    expect(reply.body.data.map(({ type }: { type: string }) => type)).toContain('registered');
  });

  test('of nobody is 404', async () => {
    for (const end of ['', '/events'])
      expect((await asSupport(`/v1/admin/users/01a200bd-91e9-7000-8000-e50cc308e5bc${end}`)).status).toBe(404);
  });
});

test('support signs a person out only soon after a sign-in of its own', async () => {
  const person = await auth.newPerson();
  const path = `/v1/auth/users/${person.user.id}/sessions`;
  const stale = identity(Math.floor(Date.now() / 1000) - 601);
  expect((await auth.http.delete(path, { headers: stale })).body.code).toBe('STEP_UP_REQUIRED');
  expect((await auth.http.delete(path, { headers: identity() })).body.ended).toBe(1);
});
