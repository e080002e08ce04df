import { generateSync } from 'otplib';
import { PASSWORD, startAuth, type Harness } from './harness.ts';
import { createDialectClient, device, type DialectClient } from './support/dialect-client.ts';

let auth: Harness;
let dialect: DialectClient;
beforeAll(async () => {
  auth = await startAuth();
  dialect = createDialectClient(auth);
});
afterAll(async () => {
  dialect.close();
  await auth.stop();
});

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  auth.http.post(`/v1/auth/${path}`, body, { headers });

async function withTotp() {
  const person = await auth.newPerson();
  const { secret } = (await post('2fa/totp', {}, person.headers)).body as { secret: string };
  const code = () => generateSync({ secret, epoch: Math.floor(auth.clock.now().getTime() / 1000) });
  const confirmed = await post('2fa/totp/confirm', { code: code() }, person.headers);
  auth.clock.advance(60_000);
  const { recoveryCodes } = confirmed.body as { recoveryCodes: string[] };
  const challenge = async () => ((await auth.login(person.email)).body as { challenge: string }).challenge;
  return { ...person, code, recoveryCodes, challenge };
}

/** Wrong guesses of a crowd that reach their limit at the very moment the right code is found. */
async function blockedAtTheLastMoment(table: string, userId: string, work: () => Promise<number>): Promise<number> {
  await auth.db.raw(`CREATE FUNCTION block() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO guesses VALUES ('${userId}', 'strangers', 9, now(), now() + interval '1 year')
    ON CONFLICT (subject, lane) DO UPDATE SET blocked_until = excluded.blocked_until;
    RETURN NEW; END $$`);
  await auth.db.raw(`CREATE TRIGGER block AFTER UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION block()`);
  await auth.db('known_devices').delete();
  const status = await work();
  await auth.db.raw(`DROP TRIGGER block ON ${table}`);
  await auth.db.raw('DROP FUNCTION block()');
  await auth.db('guesses').delete();
  return status;
}

test('a right TOTP code that is refused for its rate stays good', async () => {
  const person = await withTotp();
  const challenge = await person.challenge();
  const verify = async () => (await post('2fa/verify', { challenge, code: person.code() })).status;
  expect(await blockedAtTheLastMoment('totp_factors', person.user.id, verify)).toBe(429);
  expect(await verify()).toBe(200);
  expect(await verify()).toBe(401);
});

test('a right recovery code that is refused for its rate stays good', async () => {
  const person = await withTotp();
  const challenge = await person.challenge();
  const [code] = person.recoveryCodes;
  const verify = async () => (await post('2fa/verify', { challenge, code })).status;
  expect(await blockedAtTheLastMoment('recovery_codes', person.user.id, verify)).toBe(429);
  expect(await verify()).toBe(200);
});

test('a challenge keeps its tries while the account must wait', async () => {
  const person = await withTotp();
  const challenge = await person.challenge();
  await auth.db('known_devices').delete();
  const waits = { subject: person.user.id, lane: 'strangers', failures: 9, last_failed_at: auth.clock.now() };
  await auth.db('guesses').insert({ ...waits, blocked_until: new Date(auth.clock.now().getTime() + 60_000) });
  const verify = () => post('2fa/verify', { challenge, code: person.code() });
  for (let n = 0; n < 6; n += 1) expect((await verify()).status).toBe(429);
  await auth.db('guesses').delete();
  expect((await verify()).status).toBe(200);
});

describe('a code’s check', () => {
  /** how often each table is read while `work` runs */
  const reads = async (work: () => Promise<unknown>) => {
    const seen: string[] = [];
    const note = ({ sql }: { sql: string }) => {
      const [, table] = /^select .* from "(users|codes)"/.exec(sql) ?? [];
      if (table !== undefined) seen.push(table);
    };
    await auth.quiet();
    auth.db.on('query', note);
    await work();
    auth.db.removeListener('query', note);
    return seen.sort();
  };

  test('reads the person once and their codes once, whatever it is for', async () => {
    const { email } = await auth.registerVerified();
    const ask = { identifier: email, channel: 'CHANNEL_EMAIL', device } as const;
    await dialect.grpc.sendCode({ ...ask, purpose: 'CODE_PURPOSE_UNSPECIFIED' });
    const code = await auth.codeFor(email, 'any');
    const reset = { password: 'quiet-lantern-meadow-7', passwordPolicy: 'PASSWORD_POLICY_STRICT' } as const;
    const once = ['codes', 'users'];
    expect(await reads(() => dialect.grpc.checkCode({ ...ask, code }))).toEqual(once);
    expect(await reads(() => dialect.grpc.checkCode({ ...ask, code: '000000' }))).toEqual(once);
    expect(await reads(() => dialect.grpc.verifyContact({ ...ask, code: '000000', refuseVerified: true }))).toEqual([
      'users',
    ]);
    expect(await reads(() => dialect.grpc.resetPassword({ ...ask, ...reset, code: '000000' }))).toEqual(once);
  });
});

describe('changing to an address', () => {
  test('that is taken or free has the same reply and the same limits', async () => {
    const person = await auth.newPerson();
    const { email: taken } = await auth.registerVerified();
    const free = auth.newEmail();
    const statuses = async (email: string) => {
      const found = [];
      for (let n = 0; n < 12; n += 1) {
        const { status, body } = await post('email/change', { email }, person.headers);
        found.push([status, (body as { code?: string }).code]);
        auth.clock.advance(31_000);
      }
      return found;
    };
    const ofFree = await statuses(free);
    expect(ofFree.at(-1)).toEqual([429, 'RATE_LIMITED']);
    auth.clock.advance(3_600_000);
    const fresh = auth.signedIn(await auth.login(person.email, PASSWORD));
    Object.assign(person.headers, fresh.headers);
    expect(await statuses(taken)).toEqual(ofFree);
    await auth.quiet();
    expect(
      auth.eventsOf('auth.code-issued.v1').some(({ data }) => data.to === taken && data.purpose === 'email-change'),
    ).toBe(false);
  });
});
