import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buses, startFlorin, type Florin } from '../../../../tests/e2e/florin.ts';
import { ID, PASSWORD, befriend, shown, signUp, withToken, type SpotMePerson } from '../../../../tests/e2e/spotme.ts';

const ROOT = join(import.meta.dirname, '../../../..');

let florin: Florin;
let dataDir: string;
let ben: SpotMePerson;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'florin-spotme-'));
  florin = await startFlorin(buses()[0]!, { FLORIN_DATA: dataDir });
  ben = await signUp(florin, 'Ben Oak');
}, 90_000);
afterAll(async () => {
  await florin.stop();
  await rm(dataDir, { recursive: true, force: true });
});

describe('POST /transaction/add-balance', () => {
  test('takes text or a number', async () => {
    const mia = await signUp(florin, 'Mia Newt');
    const add = (amount: unknown) => shown(mia.post('/transaction/add-balance', { amount }));
    const message = 'Successfully updated your balance';
    expect(await add('20')).toEqual([200, { message, user: { ...mia.user, balance: 20 } }]);
    expect(await add(0.5)).toEqual([200, { message, user: { ...mia.user, balance: 20.5 } }]);
    const reply = await florin.http.send('POST', '/transaction/add-balance?amount=1', {
      headers: { authorization: mia.token },
    });
    expect(reply.body).toEqual({ message, user: { ...mia.user, balance: 21.5 } });
  });

  test.each<[string, unknown]>([
    ['undefined', undefined],
    ['abc', 'abc'],
    ['', ''],
    ['NaN', 'NaN'],
    ['null', null],
    ['{"$gt":""}', { $gt: '' }],
  ])('of %s is refused in the published words', async (sent, amount) => {
    expect(await shown(ben.post('/transaction/add-balance', { amount }))).toEqual([
      400,
      { message: `Cast to number failed for value "${sent}" at path "balance"` },
    ]);
  });

  test.each([0, -5, '-0.01', 1.005, '1e400', 1e300])('of %s is refused', async (amount) => {
    expect(await shown(ben.post('/transaction/add-balance', { amount }))).toEqual([
      400,
      { message: expect.any(String) },
    ]);
    expect((await ben.get('/auth/profile-pic')).body.user.balance).toBe(0);
  });
});

describe('POST /transaction/send', () => {
  const OK = 'Successfully created transaction';
  let nia: SpotMePerson;
  const balance = async () => (await nia.get('/auth/profile-pic')).body.user.balance as number;
  const send = (fields: object) =>
    shown(nia.post('/transaction/send', { recipientID: ben.user.id, message: 'Dinner', amount: 10, ...fields }));
  beforeAll(async () => {
    nia = await signUp(florin, 'Nia Orca');
    await nia.post('/transaction/add-balance', { amount: 100 });
  });

  test('moves money; a double tap moves it once and gets the same reply', async () => {
    const expected = [200, { message: OK, user: { ...nia.user, balance: 74.5 } }];
    const [first, second] = await Promise.all([send({ amount: 25.5 }), send({ amount: '25.5' })]);
    expect([first, second]).toEqual([expected, expected]);
    expect(await balance()).toBe(74.5);
    expect((await send({ amount: 4.5 }))[1]).toMatchObject({ user: { balance: 70 } });
  });

  test('takes the query string', async () => {
    const query = new URLSearchParams({ recipientID: ben.user.id, message: 'By query', amount: '20' }).toString();
    const reply = await florin.http.send('POST', `/transaction/send/?${query}`, {
      headers: { authorization: nia.token },
    });
    expect(reply.body).toEqual({ message: OK, user: { ...nia.user, balance: 50 } });
  });

  const NO_FUNDS = { message: 'Insufficient balance to complete request' };
  const NO_MESSAGE = { message: 'Must include message with your transaction' };
  const any = { message: expect.any(String) };
  test.each<[string, () => object, object]>([
    ['more than there is', () => ({ amount: 1_000 }), NO_FUNDS],
    ['more than there is, without a message', () => ({ amount: 1_000, message: '' }), NO_FUNDS],
    ['more than there is, to nobody', () => ({ amount: 1_000, recipientID: randomUUID() }), NO_FUNDS],
    ['without a message', () => ({ message: '' }), NO_MESSAGE],
    ['with blanks for a message', () => ({ message: '  ' }), NO_MESSAGE],
    ['nothing, without a message', () => ({ message: undefined, amount: 0 }), NO_MESSAGE],
    ['nothing', () => ({ amount: 0 }), any],
    ['a negative amount', () => ({ amount: -10 }), any],
    ['a fraction of a cent', () => ({ amount: 0.001 }), any],
    ['no amount', () => ({ amount: undefined }), any],
    ['to oneself', () => ({ recipientID: nia.user.id }), any],
    ['to an unknown person', () => ({ recipientID: randomUUID() }), { message: 'There is no such recipient' }],
    ['to an id of another system', () => ({ recipientID: '507f1f77bcf86cd799439011' }), any],
    ['to nobody', () => ({ recipientID: undefined }), any],
    ['a message of 501 characters', () => ({ message: 'x'.repeat(501) }), any],
  ])('%s is refused and moves nothing', async (_name, fields, body) => {
    const before = await balance();
    expect(await send(fields())).toEqual([400, body]);
    expect(await balance()).toBe(before);
  });
});

describe('lists of transactions', () => {
  let ola: SpotMePerson;
  let pia: SpotMePerson;
  let quin: SpotMePerson;
  let rex: SpotMePerson;
  const listed = ({ id, name, username, email }: SpotMePerson['user'], balance: number) =>
    ({ id, name, username, email, balance }) as object;
  const known = ({ id, name, username }: SpotMePerson['user']) => ({ id, name, username });
  const transaction = (sender: object, recipient: object, amount: number, message: string, userIsSender: boolean) => ({
    id: expect.stringMatching(ID),
    sender,
    recipient,
    amount,
    message,
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    created: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    userIsSender,
  });
  beforeAll(async () => {
    [ola, pia, quin, rex] = (await Promise.all(
      ['Ola P', 'Pia Q', 'Quin R', 'Rex S'].map((name) => signUp(florin, name)),
    )) as [SpotMePerson, SpotMePerson, SpotMePerson, SpotMePerson];
    await befriend(ola, pia);
    await Promise.all([ola, pia, quin].map((one) => one.post('/transaction/add-balance', { amount: 50 })));
    await ola.post('/transaction/send', { recipientID: pia.user.id, message: 'one', amount: 1 });
    await pia.post('/transaction/send', { recipientID: quin.user.id, message: 'two', amount: 2 });
    await quin.post('/transaction/send', { recipientID: rex.user.id, message: 'three', amount: 3 });
    const hidden = { to: { userId: quin.user.id }, amount: 400, currency: 'USD', note: 'four', visibility: 'private' };
    const headers = { authorization: pia.token };
    await florin.http.post('/v1/transfers', hidden, { headers, idempotencyKey: randomUUID() });
  });

  test("one's own, newest first", async () => {
    const message = 'Succesfully retrieved user transactions';
    const [Pia, Quin, Ola] = [listed(pia.user, 45), known(quin.user), listed(ola.user, 49)];
    expect(await shown(pia.get('/transaction/user-transactions'))).toEqual([
      200,
      {
        message,
        transactions: [
          transaction(Pia, Quin, 4, 'four', true),
          transaction(Pia, Quin, 2, 'two', true),
          transaction(Ola, Pia, 1, 'one', false),
        ],
      },
    ]);
    expect((await signUp(florin, 'Sam T').then((sam) => sam.get('/transaction/user-transactions/'))).body).toEqual({
      message,
      transactions: [],
    });
  });

  test("also friends', each once, but not their private ones nor strangers'", async () => {
    const [Pia, Quin, Ola] = [listed(pia.user, 45), known(quin.user), listed(ola.user, 49)];
    expect(await shown(ola.get('/transaction/all-transactions'))).toEqual([
      200,
      {
        message: 'Successfully retrieved all transactions',
        transactions: [transaction(Pia, Quin, 2, 'two', false), transaction(Ola, Pia, 1, 'one', true)],
      },
    ]);
  });

  test('an admin sees all', async () => {
    const tea = await signUp(florin, 'Tea U');
    const env = { PATH: process.env['PATH'], FLORIN_DATA: dataDir };
    const args = ['services/auth/src/commands/administer.ts', 'grant', tea.user.email];
    await promisify(execFile)(process.execPath, args, { cwd: ROOT, env });
    const login = await florin.http.post('/auth/login', { email: tea.user.email, password: PASSWORD });
    const { body } = await withToken(florin, login.body.token as string).get('/transaction/all-transactions');
    const messages = (body.transactions as { message: string }[]).map((one) => one.message);
    expect(messages.slice(0, 4)).toEqual(['four', 'three', 'two', 'one']);
  });
});
