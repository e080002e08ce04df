import { startAuth, PASSWORD, type Harness } from './harness.ts';
import { createDialectClient, device, type DialectClient } from './support/dialect-client.ts';

let auth: Harness;
let client: DialectClient;
beforeAll(async () => {
  auth = await startAuth();
  client = createDialectClient(auth);
});
afterAll(async () => {
  client.close();
  await auth.stop();
});

interface Problem {
  status: number;
  code: string;
  errors: { path: string; message: string }[];
}
const toldOf = ({ status, body }: { status: number; body: unknown }) => {
  const { code, errors } = body as Problem;
  return [status, code, Object.fromEntries(errors.map(({ path, message }) => [path, message]))];
};
const LISTED = 'is one of the most used passwords';

describe('registering', () => {
  const register = async (body: object) => toldOf(await auth.http.post('/v1/auth/register', body));

  test('what the schema finds and what only auth knows is told in one round, each field once', async () => {
    const body = { email: 'nope', password: 'password123', mobile: '+1234', dateOfBirth: '1850-01-01', colour: 'red' };
    const [status, code, faults] = await register(body);
    expect([status, code]).toEqual([400, 'INVALID_ARGUMENT']);
    expect(faults).toEqual({
      email: 'must be an e-mail address',
      name: 'is required',
      colour: expect.any(String),
      password: LISTED,
      mobile: expect.stringMatching(/^must be a mobile number/),
      dateOfBirth: 'must be in the past, after 1900',
    });
  });

  test('a password that holds the name is told beside a malformed username', async () => {
    const body = { email: auth.newEmail(), name: 'Rosalind', username: 'x', password: 'rosalind-rosalind' };
    expect(await register(body)).toEqual([
      400,
      'INVALID_ARGUMENT',
      { username: expect.any(String), password: 'must not contain your name' },
    ]);
  });

  test('fields of other types are told as such, and nothing is made', async () => {
    const body = { email: ['a@example.com'], password: { $gt: '' }, name: null, username: 5 };
    const [, , faults] = await register(body);
    expect(Object.keys(faults as object).sort()).toEqual(['email', 'name', 'password', 'username']);
  });

  test('a taken address is not told beside other faults', async () => {
    const email = auth.newEmail();
    await auth.http.post('/v1/auth/register', { email, password: PASSWORD, name: 'Sam' });
    expect(await register({ email, password: 'password123', name: '' })).toEqual([
      400,
      'INVALID_ARGUMENT',
      { name: expect.any(String), password: LISTED },
    ]);
  });

  test('a weak password alone is refused as that, with advice', async () => {
    const { status, body } = await auth.http.post('/v1/auth/register', {
      email: auth.newEmail(),
      password: 'password123',
      name: 'Sam',
    });
    expect([status, body]).toEqual([
      expect.any(Number),
      expect.objectContaining({ code: 'PASSWORD_REFUSED', errors: [{ path: 'password', message: LISTED }] }),
    ]);
  });
});

describe('a new password', () => {
  test('for a reset is looked at beside what the schema finds', async () => {
    const reset = await auth.http.post('/v1/auth/password/reset', { identifier: '', password: 'password123' });
    expect(toldOf(reset)).toEqual([
      400,
      'INVALID_ARGUMENT',
      { identifier: expect.any(String), code: 'is required', password: LISTED },
    ]);
  });

  test('for a change is told beside a missing current one, and beside a wrong one', async () => {
    const { headers } = await auth.newPerson();
    const change = async (body: object) => toldOf(await auth.http.post('/v1/auth/password/change', body, { headers }));
    expect(await change({ newPassword: 'password123' })).toEqual([
      400,
      'INVALID_ARGUMENT',
      { currentPassword: 'is required', newPassword: LISTED },
    ]);
    expect(await change({ currentPassword: 'wrong-orbit-48', newPassword: 'short' })).toEqual([
      403,
      'FORBIDDEN',
      { currentPassword: 'is wrong', newPassword: 'must be at least 8 characters' },
    ]);
    expect(await change({ currentPassword: PASSWORD, newPassword: 'short' })).toEqual([
      400,
      'INVALID_ARGUMENT',
      { newPassword: 'must be at least 8 characters' },
    ]);
  });
});

test('over gRPC all faults come with the outcome of the first, and a mere check makes nothing', async () => {
  const email = auth.newEmail();
  const asked = { via: 'fenaka', name: 'Sam', email, password: 'password123', device, mobile: '12', country: 'MV' };
  const refused = await client.grpc.signUp({ ...asked, passwordPolicy: 'PASSWORD_POLICY_STRICT' });
  expect([refused.outcome, refused.faults.map(({ path }) => path)]).toEqual([
    'OUTCOME_MOBILE_INVALID',
    ['mobile', 'password'],
  ]);
  const fine = { ...asked, mobile: '7771234', password: PASSWORD, onlyCheck: true };
  expect((await client.grpc.signUp(fine)).faults).toEqual([]);
  expect((await client.grpc.signUp({ ...fine, onlyCheck: false })).outcome).toBe('OUTCOME_CREATED');
});
