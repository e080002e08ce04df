import { generateSync } from 'otplib';
import type { FlorinError } from '@florin/errors';
import { newId } from '@florin/service-kit';
import { startAuth, type Harness } from './harness.ts';
import {
  createDialectClient,
  day,
  device,
  otp,
  password,
  published,
  type DialectClient,
} from './support/dialect-client.ts';

let auth: Harness;
let client: DialectClient;
let grpc: DialectClient['grpc'];
beforeAll(async () => {
  auth = await startAuth();
  client = createDialectClient(auth);
  ({ grpc } = client);
});
afterAll(async () => {
  client.close();
  await auth.stop();
});

type Write = (idempotencyKey: string) => Promise<{ outcome?: unknown; session?: { token: string } | null }>;

const totp = (secret: string) => generateSync({ secret, epoch: Math.floor(auth.clock.now().getTime() / 1000) });

async function someone() {
  const { user, session } = await client.signUp({ sendCode: { channel: 'CHANNEL_EMAIL' } });
  const { id, email } = user!;
  return { userId: id, email, sessionId: session!.id, code: await auth.codeFor(email, 'any') };
}

async function enrolled() {
  const person = await someone();
  await auth.db('users').where({ id: person.userId }).update({ email_verified_at: new Date() });
  const { secret } = await grpc.startTotp(person);
  auth.clock.advance(30_000);
  const code = totp(secret);
  return { ...person, secret, code };
}

/** Each write, what its first try answers, and what another write that asks the same is told. */
const WRITES: Record<string, [() => Promise<Write>, string, string]> = {
  signUp: [
    () => {
      const email = auth.newEmail();
      return Promise.resolve((idempotencyKey) => client.signUp({ email, idempotencyKey }));
    },
    'OUTCOME_CREATED',
    'OUTCOME_EMAIL_TAKEN',
  ],
  verifyContact: [
    async () => {
      const { email, code } = await someone();
      const ask = { ...otp, identifier: email, code, via: 'otp-auth', session: day };
      return (idempotencyKey) => grpc.verifyContact({ ...ask, idempotencyKey });
    },
    'CODE_OUTCOME_OK',
    'CODE_OUTCOME_NONE',
  ],
  resetPassword: [
    async () => {
      const { email, code } = await someone();
      const ask = { ...otp, identifier: email, code, password: 'another-orbit-48', passwordPolicy: published };
      return (idempotencyKey) => grpc.resetPassword({ ...ask, idempotencyKey });
    },
    'CODE_OUTCOME_OK',
    'CODE_OUTCOME_NONE',
  ],
  changePassword: [
    async () => {
      const { userId, sessionId } = await someone();
      const words = { currentPassword: password, newPassword: 'another-orbit-48', passwordPolicy: published };
      const ask = { via: 'spotme', userId, sessionId, ...words, device, session: day };
      return (idempotencyKey) => grpc.changePassword({ ...ask, idempotencyKey });
    },
    'OUTCOME_CHANGED',
    'SESSION_REVOKED',
  ],
  changeName: [
    async () => {
      const { userId } = await someone();
      return (idempotencyKey) => grpc.changeName({ userId, name: 'Samira', device, idempotencyKey });
    },
    'OUTCOME_CHANGED',
    'OUTCOME_SAME',
  ],
  confirmTotp: [
    async () => {
      const { userId, secret, code } = await enrolled();
      return (idempotencyKey) => grpc.confirmTotp({ userId, secret, code, device, idempotencyKey });
    },
    'TOTP_OUTCOME_OK',
    'TOTP_OUTCOME_ALREADY_ENROLLED',
  ],
  toggleTotp: [
    async () => {
      const { userId, secret, code } = await enrolled();
      await grpc.confirmTotp({ userId, secret, code, device });
      auth.clock.advance(30_000);
      const next = totp(secret);
      return (idempotencyKey) => grpc.toggleTotp({ userId, code: next, device, idempotencyKey });
    },
    'TOTP_OUTCOME_OK',
    'TOTP_OUTCOME_WRONG_CODE',
  ],
  completeSecondFactor: [
    async () => {
      const { userId, email, secret, code } = await enrolled();
      await grpc.confirmTotp({ userId, secret, code, device });
      auth.clock.advance(30_000);
      const { challenge } = await client.signIn(email);
      const ask = { challenge: challenge!.token, userId, code: totp(secret), device };
      return (idempotencyKey) => grpc.completeSecondFactor({ ...ask, idempotencyKey });
    },
    'OUTCOME_SIGNED_IN',
    'OUTCOME_NO_CHALLENGE',
  ],
};

test.each(Object.entries(WRITES))(
  '%s sent again with its key answers as the first time, with another key as it is by now',
  async (_name, [prepare, first, after]) => {
    const write = await prepare();
    const [key, other] = [newId(), newId()];
    const reply = await write(key);
    expect(reply.outcome).toBe(first);
    expect(await write(key)).toEqual(reply);
    const late = await write(other).catch((error: unknown) => ({ outcome: (error as FlorinError).code }));
    expect(late.outcome).toBe(after);
    expect(await write(key)).toEqual(reply);
  },
);

test('two tries at once are one write', async () => {
  const write = await WRITES['verifyContact']![0]();
  const key = newId();
  const [one, two] = await Promise.all([write(key), write(key)]);
  expect(one.outcome).toBe('CODE_OUTCOME_OK');
  expect(two).toEqual(one);
});

test('an account closed with a key stays closed for every repeat', async () => {
  const { userId, sessionId } = await someone();
  const ask = { via: 'tracker', userId, sessionId, device, idempotencyKey: newId() };
  expect(await grpc.closeAccount(ask)).toEqual(await grpc.closeAccount(ask));
});

test('replies are kept sealed, and for a day', async () => {
  const write = await WRITES['verifyContact']![0]();
  const { session } = await write(newId());
  const rows = await auth.db('kept_replies').select();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(session!.token);
  auth.clock.advance(86_400_001);
  await auth.useCases.housekeep();
  expect(await auth.db('kept_replies').select()).toEqual([]);
});

test('an idempotency key is kept for 30 days', async () => {
  const scope = 'test of lifetime';
  await auth.db('idempotency_keys').insert({ scope, key: 'one', request_hash: Buffer.alloc(32) });
  const kept = () => auth.db('idempotency_keys').where({ scope });
  await auth.useCases.housekeep();
  expect(await kept()).toHaveLength(1);
  auth.clock.advance(31 * 86_400_000);
  await auth.useCases.housekeep();
  expect(await kept()).toEqual([]);
});

test('a try whose process died is made again after 15 s, and until then is said to be under way', async () => {
  const write = await WRITES['changeName']![0]();
  const key = newId();
  await write(key);
  await auth.db('kept_replies').update({ sealed: null });
  await expect(write(key)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  auth.clock.advance(15_001);
  expect((await write(key)).outcome).toBe('OUTCOME_SAME');
});
