import { randomBytes } from 'node:crypto';
import { buses, startFlorin, type Florin } from './florin.ts';
import { join, newPerson, type Person } from './people.ts';

let florin: Florin;
let ann: Person;
let bob: Person;

beforeAll(async () => {
  florin = await startFlorin(buses()[0]!);
  ann = await join(florin, 'Ann Stone');
  bob = await join(florin, 'Bob Reed');
}, 120_000);
afterAll(() => florin.stop());

const HOSTILE = ['Ann\u202egpj.exe', 'An\u200bn', 'Ann\nBob'];
const LIVING = ['می‌خواهم', 'क्‍ष 👩‍👩‍👧‍👦'];

/** Every way a name or note that others read comes in under /v1, with the field it is named by. */
const WAYS: [field: string, send: (text: string) => Promise<{ status: number; body: any }>][] = [
  [
    'name',
    async (name) => {
      const { status, body } = await florin.http.post('/v1/auth/register', { ...newPerson('New Person'), name });
      return { status, body: body.user ?? body };
    },
  ],
  ['name', (name) => ann.patch('/v1/users/me', { name })],
  ['name', (name) => ann.post('/v1/wallets', { name, currency: 'USD' })],
  ['type', (type) => ann.post('/v1/wallets', { name: 'Trips', type, currency: 'USD' })],
  ['name', (name) => ann.post('/v1/categories', { name, type: 'expense' })],
  [
    'note',
    (note) => ann.post('/v1/payment-requests', { from: { userId: bob.id }, amount: 100, currency: 'USD', note }),
  ],
];

test.each(WAYS)('what hides, reorders or breaks lines is refused in every way in, naming %s', async (field, send) => {
  for (const text of HOSTILE) {
    const { status, body } = await send(text);
    expect([status, body.errors?.map(({ path }: { path: string }) => path)]).toEqual([400, [field]]);
  }
  for (const text of LIVING) expect((await send(text)).body).toMatchObject({ [field]: text });
});

test('dialects refuse the same names: a sign-up, a wallet, a profile', async () => {
  const email = `eve.${randomBytes(4).toString('hex')}@example.com`;
  const password = 'Quiet-Lantern-7!';
  for (const name of HOSTILE) {
    const signUp = {
      name,
      email,
      password,
      confirmPassword: password,
      username: `eve${randomBytes(3).toString('hex')}`,
    };
    expect((await florin.http.post('/auth/signup', signUp)).status).toBe(400);
    const tracker = { token: ann.token };
    const wallet = { name, type: 'bank', currency: 'USD', balance: 0, description: '', creditLimit: 0 };
    const refused = await florin.http.post('/api/v1/finance/wallet', wallet, tracker);
    expect([refused.status, refused.body]).toEqual([400, expect.objectContaining({ status: 'error' })]);
    expect((await florin.http.put('/api/v1/user/update', { name }, tracker)).status).toBe(400);
  }
});

test("a note on a row of one's own may have lines, and still nothing that hides", async () => {
  const wallet = { name: 'Notes', currency: 'USD', description: 'Milk\nBread' };
  expect((await ann.post('/v1/wallets', wallet)).body).toMatchObject({ description: 'Milk\nBread' });
  expect((await ann.post('/v1/wallets', { ...wallet, description: 'Milk\u202e' })).status).toBe(400);
});
