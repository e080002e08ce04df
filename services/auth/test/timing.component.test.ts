import { startAuth, type Harness } from './harness.ts';

let auth: Harness;
beforeAll(async () => {
  auth = await startAuth({ BCRYPT_COST: '6' });
});
afterAll(() => auth.stop());

const TRIES = 200;

interface Spread {
  mean: number;
  /** standard error of the mean */
  error: number;
}

function spread(samples: number[]): Spread {
  // the slowest twentieth is the machine's own noise
  const kept = [...samples].sort((a, b) => a - b).slice(0, Math.floor(samples.length * 0.95));
  const mean = kept.reduce((sum, one) => sum + one, 0) / kept.length;
  const variance = kept.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (kept.length - 1);
  return { mean, error: Math.sqrt(variance / kept.length) };
}

/** Times two kinds of request in turn, so that what the machine does meanwhile touches both. */
async function compare(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
  tries = TRIES,
): Promise<[Spread, Spread]> {
  const samples: [number[], number[]] = [[], []];
  const timed = async (work: () => Promise<unknown>, into: number[]) => {
    const started = performance.now();
    await work();
    into.push(performance.now() - started);
    await auth.settled();
    auth.clock.advance(20 * 60_000);
  };
  for (let n = 0; n < 20; n += 1) await Promise.all([one(), other()]);
  await auth.settled();
  auth.clock.advance(3_600_000);
  for (let n = 0; n < tries; n += 1) {
    await timed(n % 2 === 0 ? one : other, samples[n % 2 === 0 ? 0 : 1]);
    await timed(n % 2 === 0 ? other : one, samples[n % 2 === 0 ? 1 : 0]);
  }
  return [spread(samples[0]), spread(samples[1])];
}

/**
 * The two ways take the same time. Asked up to three times: what else the machine does comes and goes, a difference in
 * the work done stays.
 */
async function expectSameTime(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<[Spread, Spread]> {
  for (let tries = 1; ; tries += 1) {
    const spreads = await compare(one, other);
    const result = within(spreads);
    if (result.same || tries === 3) {
      expect(result).toMatchObject({ same: true });
      return spreads;
    }
  }
}

const within = ([one, other]: [Spread, Spread]) => {
  const noise = Math.max(4 * Math.hypot(one.error, other.error), 0.08 * other.mean);
  return { same: Math.abs(one.mean - other.mean) <= noise, one, other };
};

test('a wrong password takes as long for an account that is not there', async () => {
  const { email } = await auth.registerVerified();
  let n = 0;
  const result = await expectSameTime(
    () => auth.login(email, 'not-the-password'),
    () => auth.login(`nobody${(n += 1)}@example.com`, 'not-the-password'),
  );
  // and that time is a hash, so that leaving the dummy hash out would show
  const health = await compare(
    () => auth.http.get('/healthz'),
    () => auth.http.get('/healthz'),
    20,
  );
  expect(result[1].mean).toBeGreaterThan(2 * health[0].mean);
}, 480_000);

test('asking for a code takes as long for an address that is not there', async () => {
  const { email } = await auth.registerVerified();
  let n = 0;
  const forgot = (identifier: string) => auth.http.post('/v1/auth/password/forgot', { identifier });
  await expectSameTime(
    () => forgot(email),
    () => forgot(`nobody${(n += 1)}@example.com`),
  );
}, 480_000);
