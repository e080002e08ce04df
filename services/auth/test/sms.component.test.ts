import { startAuth, type Harness } from './harness.ts';
import { createDialectClient, device, type DialectClient } from './support/dialect-client.ts';

let auth: Harness;
let dialect: DialectClient;
beforeAll(async () => {
  auth = await startAuth({ SMS_COUNTRIES: 'MV,US,DE', SMS_PER_COUNTRY_PER_HOUR: '3' });
  dialect = createDialectClient(auth);
});
afterAll(async () => {
  dialect.close();
  await auth.stop();
});

const sendCode = { channel: 'CHANNEL_SMS', purpose: 'CODE_PURPOSE_VERIFY' } as const;
const signUp = (mobile: string, ip = device.ip) =>
  dialect.signUp({ email: '', mobile, session: null, sendCode, device: { ...device, ip } });
const sentTo = (start: string) =>
  auth.eventsOf('auth.code-issued.v1').filter(({ data }) => data.to.startsWith(start)).length;

test.each([
  ['a premium number', '+19005551234'],
  ['a shared-cost number', '+498001234567'],
  ['a range nobody has', '+9605551234'],
  ['a landline', '+4930123456'],
])('%s is no mobile number', async (_what, mobile) => {
  expect((await signUp(mobile)).outcome).toBe('OUTCOME_MOBILE_INVALID');
  const email = auth.newEmail();
  const reply = await auth.http.post('/v1/auth/register', {
    email,
    password: 'tame-orbit-lentil-47',
    name: 'X',
    mobile,
  });
  expect([reply.status, (reply.body as { errors: { path: string }[] }).errors[0]?.path]).toEqual([400, 'mobile']);
});

test('a country that is not allowed gets no text message', async () => {
  expect((await signUp('+447400123456')).outcome).toBe('OUTCOME_MOBILE_INVALID');
  expect(sentTo('+44')).toBe(0);
});

test('forty numbers in a row get no more than their range’s share', async () => {
  const outcomes = [];
  for (let n = 0; n < 40; n += 1) {
    const number = `+4915112345${String(600 + n)}`;
    outcomes.push(
      await signUp(number, `198.51.100.${n}`).then(
        ({ outcome }) => outcome,
        (error: unknown) => (error as { code: string }).code,
      ),
    );
  }
  expect(outcomes.filter((outcome) => outcome === 'OUTCOME_CREATED')).toHaveLength(20);
  expect(outcomes.at(-1)).toBe('RATE_LIMITED');
  await auth.quiet();
  expect(sentTo('+49')).toBe(20);
});

test('a country gets no more than its share, and the metrics tell what was sent', async () => {
  const outcomes = [];
  for (let n = 0; n < 31; n += 1) {
    const number = `+96077${String(10_000 + n * 1_500).slice(-5)}`;
    outcomes.push(
      await signUp(number, `203.0.113.${n}`).then(
        ({ outcome }) => outcome,
        (error: unknown) => (error as { code: string }).code,
      ),
    );
  }
  // ten times as many in development
  expect(outcomes.filter((outcome) => outcome === 'OUTCOME_CREATED')).toHaveLength(30);
  const metrics = await auth.http.get('/metrics');
  expect(metrics.text).toMatch(/florin_auth_sms_codes_total\{country="MV".*\} 30/);
});
