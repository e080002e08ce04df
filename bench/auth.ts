import { randomBytes, createPublicKey, type JsonWebKey } from 'node:crypto';
import { Agent, request } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import bcrypt from 'bcrypt';
import jwt from 'jsonwebtoken';
import pg from 'pg';
import { createMemoryBus } from '@florin/messaging/memory';
import { createIdentitySigner } from '@florin/service-kit';
import { createAccessTokens } from '../gateway/src/session/access-token.ts';
import { bearerReader } from '../gateway/src/session/credentials.ts';
import { createRevocations } from '../gateway/src/session/revocations.ts';
import { createSessions } from '../gateway/src/session/sessions.ts';
import { compose } from '../services/auth/src/composition.ts';
import { readConfig } from '../services/auth/src/config.ts';

/**
 * What signing in costs, against what it can't cost less than: raw bcrypt on the same cores in the same run. On
 * POSTGRES_URL; ends by itself within three minutes; exits with 1 when a figure is out of its bounds.
 */
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 15);
const WARM_UP_SECONDS = 30;
const COST = 10;
const CORES = availableParallelism();
const PASSWORD = 'tame-orbit-lentil-47';
const SECRET = 'a-secret-of-the-bench-of-32-characters';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heapMb = (): number => {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

/** Runs `work` on `lanes` at once until the time is up, and answers how many a second were done. */
async function rate(lanes: number, seconds: number, work: (lane: number) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  const until = started + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (performance.now() < until) {
        await work(lane);
        done += 1;
      }
    }),
  );
  return (done / (performance.now() - started)) * 1000;
}

async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const url = new URL(process.env['POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres');
  const name = `florin_bench_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(`create database ${name}`);
  try {
    const own = new URL(url);
    own.pathname = `/${name}`;
    return await work(own.href);
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}

const agent = new Agent({ keepAlive: true });

/** By node:http, which takes less of the cores that are measured than `fetch`. */
function post(url: string, path: string, body: object): Promise<Record<string, any>> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const call = request(url + path, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const reply = Buffer.concat(chunks).toString();
        if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(reply) as Record<string, any>);
        else reject(new Error(`${path}: ${String(response.statusCode)} ${reply}`));
      });
    });
    call.on('error', reject);
    call.end(text);
  });
}

const ROUNDS = 5;
const RESOLUTION_MS = 10;

/** Sign-ins beside raw hashes, in short turns, so that both meet the same machine; the middle one of the rounds counts. */
async function signIns(url: string, identifiers: string[]) {
  const hash = await bcrypt.hash(PASSWORD, COST);
  const seconds = SECONDS / ROUNDS;
  const raw = () => rate(CORES, seconds, () => bcrypt.compare(PASSWORD, hash));
  const login = () =>
    rate(CORES * 4, seconds, (lane) =>
      post(url, '/v1/auth/login', { identifier: identifiers[lane % identifiers.length], password: PASSWORD }),
    );
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const watched = async (work: () => Promise<number>) => {
    delay.reset();
    delay.enable();
    const each = await work();
    delay.disable();
    return { each, worstMs: delay.max / 1e6 - RESOLUTION_MS };
  };
  await raw();
  const rounds: { ratio: number; done: number; raw: number; worstMs: number; rawWorstMs: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await watched(raw);
    const signedIn = await watched(login);
    const after = await watched(raw);
    const each = (before.each + after.each) / 2;
    const rawWorstMs = Math.max(before.worstMs, after.worstMs);
    rounds.push({ ratio: signedIn.each / each, done: signedIn.each, raw: each, worstMs: signedIn.worstMs, rawWorstMs });
  }
  const worst = (name: 'worstMs' | 'rawWorstMs') => Math.max(...rounds.map((round) => round[name]));
  const [middle] = rounds.toSorted((a, b) => a.ratio - b.ratio).slice(Math.floor(ROUNDS / 2));
  if (!middle) throw new Error('no round was run');
  return { ...middle, worstMs: worst('worstMs'), rawWorstMs: worst('rawWorstMs') };
}

/** One token verified again and again: by the gateway's sessions, and by jsonwebtoken each time. */
async function verifications(token: string, jwks: { keys: JsonWebKey[] }) {
  const key = createPublicKey({ key: jwks.keys[0] ?? {}, format: 'jwk' });
  const clock = () => new Date();
  const tokens = createAccessTokens({
    keys: { key: () => Promise.resolve(key) } as never,
    issuer: 'http://localhost:8080',
    clock,
  });
  const sessions = createSessions({
    readers: [bearerReader(tokens)],
    revocations: createRevocations({ clock, keepMs: 86_400_000 }),
    revocationsLoaded: () => true,
    signer: createIdentitySigner(SECRET),
    clock,
  });
  const headers = { authorization: `Bearer ${token}` };
  const cached = await rate(1, 2, async () => {
    for (let n = 0; n < 200; n += 1) {
      const [credential] = sessions.find(headers);
      if (credential) await sessions.open(credential);
    }
  });
  const uncached = await rate(1, 2, () => {
    for (let n = 0; n < 20; n += 1) jwt.verify(token, key, { algorithms: ['ES256'], audience: 'florin' });
    return new Promise((resolve) => setImmediate(resolve));
  });
  return { cached: cached * 200, uncached: uncached * 20 };
}

async function refreshes(url: string, tokens: string[]): Promise<number> {
  return rate(tokens.length, SECONDS / 2, async (lane) => {
    tokens[lane] = (await post(url, '/v1/auth/refresh', { refreshToken: tokens[lane] }))['refreshToken'] as string;
  });
}

function report(name: string, value: string, good: boolean): void {
  process.stdout.write(`${good ? 'ok  ' : 'FAIL'}  ${name.padEnd(56)} ${value}\n`);
  if (!good) process.exitCode = 1;
}

async function run(postgresUrl: string): Promise<void> {
  const environment = {
    POSTGRES_URL: postgresUrl,
    INTERNAL_SECRET: SECRET,
    LOG_LEVEL: 'silent',
    DEPLOYMENT: 'development',
  };
  const config = readConfig({ ...environment, HTTP_PORT: '0', GRPC_PORT: '0', BCRYPT_COST: String(COST) });
  const composed = compose(config, { bus: createMemoryBus({ keep: false }) });
  const { service, postgres } = composed;
  const db = postgres.knex;
  await service.start();
  const url = `http://127.0.0.1:${composed.addresses().http}`;
  // every sign-in of a person writes to their audit log in turn, so there are more people than lanes
  const people = Array.from({ length: CORES * 8 }, (_, n) => `person${n}@example.com`);
  for (const email of people) await post(url, '/v1/auth/register', { email, password: PASSWORD, name: 'Pat' });
  await db('users').update({ email_verified_at: new Date() });
  // limits are not what is measured
  const free = setInterval(
    () =>
      void db('rate_counters')
        .delete()
        .catch(() => undefined),
    500,
  );
  try {
    // until the just-in-time compiler is done
    await rate(CORES * 2, WARM_UP_SECONDS, (lane) =>
      post(url, '/v1/auth/login', { identifier: people[lane], password: PASSWORD }),
    );
    const start = heapMb();
    const { raw, done, ratio, worstMs, rawWorstMs } = await signIns(url, people);
    report(
      'sign-ins a second, of raw bcrypt',
      `${done.toFixed(1)} of ${raw.toFixed(1)} = ${ratio.toFixed(2)}`,
      ratio >= 0.85,
    );
    report(
      'worst event-loop delay, signing in / raw bcrypt',
      `${worstMs.toFixed(1)} / ${rawWorstMs.toFixed(1)} ms`,
      worstMs < 50,
    );
    const login = (n: number) =>
      post(url, '/v1/auth/login', { identifier: people[n], password: PASSWORD, rememberMe: true });
    const signedIn = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(login));
    const jwks = (await (await fetch(`${url}/.well-known/jwks.json`)).json()) as { keys: JsonWebKey[] };
    const { cached, uncached } = await verifications(String(signedIn[0]?.['accessToken']), jwks);
    report(
      'verifications a second, cached / uncached',
      `${cached.toFixed(0)} / ${uncached.toFixed(0)} = ${(cached / uncached).toFixed(0)}x`,
      cached / uncached >= 10,
    );
    const refreshed = await refreshes(
      url,
      signedIn.map((one) => String(one['refreshToken'])),
    );
    report('refreshes a second', refreshed.toFixed(0), refreshed > 0);
    const grown = heapMb() - start;
    report('heap grown over the run', `${grown.toFixed(1)} MB`, grown < 20);
  } finally {
    clearInterval(free);
    await service.stop();
  }
}

await withDatabase(run);
