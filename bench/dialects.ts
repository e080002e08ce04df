/**
 * Requests per second of a signed-in read by each dialect, as a ratio to the same read in /v1, all in one run over one
 * Florin of its own. otp-auth and Fenaka publish no read: theirs is one of /v1 by the token or cookie they gave. Ends by
 * itself within a minute; exits with 1 when a ratio is below LOWEST.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { fenakaClient, newMobile } from '../tests/e2e/fenaka-client.ts';
import { end, launch, type Florin } from '../tests/e2e/florin.ts';
import { join, newPerson, type Person } from '../tests/e2e/people.ts';
import { load } from './gateway/load.ts';

const LOWEST = 0.5;
const CONNECTIONS = 8;
const FEWEST_TURNS = 3;
const MOST_TURNS = 9;
const TURN_SECONDS = 0.2;
const WARM_SECONDS = 1;
const LIMIT_MS = 58_000;
/** kept for the end: stopping Florin */
const RESERVE_MS = 5_000;
const NO_LIMIT = '100000000';

interface Read {
  path: string;
  headers: Record<string, string>;
}
/** What `/v1` says in several reads costs it the time of all of them. */
type Pair = [dialect: string, ours: Read, ...v1: Read[]];

/** A read for people: without the ids. */
const plain = ({ path }: Read) => path.replace(/[0-9a-f-]{36}/, ':id');
const bearer = (path: string, token: string): Read => ({ path, headers: { authorization: `Bearer ${token}` } });
const cookie = (path: string, value: string): Read => ({ path, headers: { cookie: value } });

/** A person with three payments and three wallets. */
async function populate(florin: Florin): Promise<{ ada: Person; benId: string }> {
  const ada = await join(florin, 'Ada Fern');
  const ben = newPerson('Ben Oak');
  const { body } = await florin.http.post('/auth/signup', { ...ben, confirmPassword: ben.password });
  await ada.post('/v1/deposits', { amount: 100_000, currency: 'USD' });
  for (const note of ['Seeds', 'Lunch', 'Books']) {
    const paid = await ada.post('/v1/transfers', { to: { email: ben.email }, amount: 1_000, currency: 'USD', note });
    const opened = await ada.post('/v1/wallets', { name: note, type: 'cash', currency: 'USD' });
    if (paid.status !== 201 || opened.status !== 201) throw new Error(`populate: ${paid.text} ${opened.text}`);
  }
  return { ada, benId: (body as { user: { id: string } }).user.id };
}

async function pairsOf(florin: Florin): Promise<Pair[]> {
  const { ada, benId } = await populate(florin);
  const { email, password } = ada;
  const post = (path: string, body: object) => florin.http.post(path, body);
  const spotme = (await post('/auth/login', { email, password })).body as { token: string };
  const tracker = (await post('/api/v1/auth/login', { email, password })).body as { data: { token: string } };
  const otpAuth = (await post('/auth/login', { email, password, platform: 'ios' })).body as { token: string };
  const urbanFits = await post('/auth/login', { email, password, register_provider: 'urbanfits' });
  const session =
    urbanFits.headers
      .getSetCookie()
      .find((one) => one.startsWith('session-token='))
      ?.split(';')[0] ?? '';
  const phone = fenakaClient(florin);
  const mobile = newMobile();
  await phone.post('/auth/register-mobile', { name: 'Aisha', mobile, password });
  await phone.post('/auth/signin', { mobile, password });

  const me = bearer('/v1/users/me', ada.token);
  return [
    [
      'spotme',
      { path: `/auth/is-friend?rID=${benId}`, headers: { authorization: spotme.token } },
      bearer(`/v1/users/${benId}`, ada.token),
    ],
    ['tracker', bearer('/api/v1/finance/wallet', tracker.data.token), bearer('/v1/wallets', ada.token)],
    ['otp-auth', bearer('/v1/users/me', otpAuth.token), me],
    // Urban Fits shows the card with the person
    ['urbanfits', cookie('/user/get/me', session), me, bearer('/v1/users/me/card', ada.token)],
    ['fenaka', cookie('/v1/users/me', phone.state.cookie), me],
  ];
}

async function rate(port: number, { path, headers }: Read, seconds: number): Promise<number> {
  const { requestsPerSecond, errors } = await load({ port, path, headers, connections: CONNECTIONS, seconds });
  if (errors > 0) throw new Error(`${path}: ${errors} replies were not 200`);
  return requestsPerSecond;
}

/** The median ratio of many short turns: what else the machine does falls on both. */
async function compare(port: number, [dialect, ours, ...v1]: Pair, until: number): Promise<number> {
  for (const read of [ours, ...v1]) await rate(port, read, WARM_SECONDS);
  const turns: { ours: number; v1: number; ratio: number }[] = [];
  while (turns.length < FEWEST_TURNS || (turns.length < MOST_TURNS && performance.now() < until)) {
    let seconds = 0;
    for (const read of v1) seconds += 1 / (await rate(port, read, TURN_SECONDS / v1.length));
    const theirs = 1 / seconds;
    const mine = await rate(port, ours, TURN_SECONDS);
    turns.push({ ours: mine, v1: theirs, ratio: mine / theirs });
  }
  const medianOf = (name: 'ours' | 'v1' | 'ratio') =>
    turns.map((turn) => turn[name]).sort((a, b) => a - b)[Math.floor(turns.length / 2)] ?? 0;
  const ratio = medianOf('ratio');
  const rates = `${medianOf('ours').toFixed(0).padStart(6)}/s against ${medianOf('v1').toFixed(0).padStart(6)}/s`;
  console.log(
    `${dialect.padEnd(10)} x${ratio.toFixed(2)}  ${rates}  ${plain(ours)} against ${v1.map(plain).join(' and ')}`,
  );
  return ratio;
}

const dataDir = await mkdtemp(joinPath(tmpdir(), 'florin-bench-'));
const started = await launch({
  FLORIN_DATA: dataDir,
  RATE_LIMIT_ADDRESS_PER_MINUTE: NO_LIMIT,
  RATE_LIMIT_USER_PER_MINUTE: NO_LIMIT,
});
const stop = async () => {
  await end(started.process);
  await rm(dataDir, { recursive: true, force: true });
};
const limit = setTimeout(() => {
  console.error('The bench took too long.');
  void stop().finally(() => process.exit(1));
}, LIMIT_MS - performance.now());
try {
  const pairs = await pairsOf({ ...started, stop });
  const ratios: number[] = [];
  for (const [index, pair] of pairs.entries()) {
    const now = performance.now();
    const until = now + (LIMIT_MS - RESERVE_MS - now) / (pairs.length - index);
    ratios.push(await compare(Number(new URL(started.url).port), pair, until));
  }
  if (Math.min(...ratios) < LOWEST) {
    console.error(`A ratio is below ${LOWEST}.`);
    process.exitCode = 1;
  }
} finally {
  clearTimeout(limit);
  await stop();
}
