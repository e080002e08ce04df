/**
 * `npm run bench:ledger [-- --quick] [-- --only=pgbench,engine,grpc,http,memory,history]`: how fast the ledger posts, in one run with
 * pgbench's TPC-B on the same server (POSTGRES_URL; it must have fsync and synchronous_commit on). Makes databases of its
 * own, drops them, and checks the books after each part. Prints ratios against the goals and writes bench/ledger.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { BULK, startEdge, type Edge } from './ledger/edge.ts';
import { runEngine, type Pick } from './ledger/engine.ts';
import { addHistory } from './ledger/history.ts';
import { percentile, residentMb, runHttp, type Person } from './ledger/http.ts';
import { checkBooks, checkCount } from './ledger/laws.ts';
import { createPgbench } from './ledger/pgbench.ts';
import { hot, uniform, zipf } from './ledger/workloads.ts';
import { createWorld, openAccounts, type World } from './ledger/world.ts';

const quick = process.argv.includes('--quick');
const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice(7)
  .split(',');
const wanted = (part: string) => only?.includes(part) ?? true;

const SECONDS = quick ? 6 : 15;
/** the just-in-time compiler needs as long */
const WARM_UP_SECONDS = 5;
/** until the ledger's directory knows the accounts that are drawn */
const DIRECTORY_SECONDS = 20;
const ACCOUNTS = 100_000;
const OUTSTANDING = 2_000;
const LANES = 4;
const HISTORY_TURNS = 2;
const LATENCY_RUNS = 5;
const MEMORY_MINUTES = quick ? 0.5 : 5;
const PAST = quick ? 300_000 : 5_000_000;
const server = process.env['POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

interface Row {
  measure: string;
  value: string;
  ratio: string;
  goal: string;
  met: boolean | null;
}
const rows: Row[] = [];
let base = Number.NaN;

function record(measure: string, value: string, ratio = '', goal = '', met: boolean | null = null): void {
  rows.push({ measure, value, ratio, goal, met });
  console.log(
    `${met === false ? 'MISSED' : met ? 'ok    ' : '      '} ${measure.padEnd(58)} ${value.padStart(22)} ${ratio.padStart(8)} ${goal}`,
  );
}

function recordRate(measure: string, perSecond: number, goal: number): void {
  const ratio = perSecond / base;
  record(
    measure,
    `${Math.round(perSecond)} transfers/s`,
    `${ratio.toFixed(2)}x`,
    `at least ${goal}x`,
    Number.isNaN(base) ? null : ratio >= goal,
  );
}

async function pgbenchPart(): Promise<void> {
  const pgbench = await createPgbench(server);
  try {
    for (const clients of [8, 32]) {
      const tps = await pgbench.tps(clients, SECONDS);
      record(`pgbench TPC-B-like, prepared, ${clients} clients`, `${Math.round(tps)} tps`);
      base = Number.isNaN(base) ? tps : Math.max(base, tps);
    }
  } finally {
    await pgbench.drop();
  }
}

/** Transfers a second that were durable within the time; counts what was handed over and what was durable. */
async function engine(world: World, pick: Pick, total: { accepted: number; durable: number }): Promise<number> {
  const result = await runEngine(world.url, pick, { seconds: SECONDS, outstanding: OUTSTANDING, lanes: LANES });
  if (result.refused > 0) throw new Error(`${result.refused} transfers were refused`);
  total.accepted += result.accepted;
  total.durable += result.durable;
  return result.perSecond;
}

async function enginePart(): Promise<void> {
  const world = await createWorld();
  try {
    const ids = await openAccounts(world.sql, ACCOUNTS, 1_000_000n);
    await world.sql.query('CHECKPOINT');
    const total = { accepted: 0, durable: 0 };
    recordRate('engine, uniform accounts', await engine(world, uniform(ids), total), 6);
    recordRate('engine, zipf 1.0', await engine(world, zipf(ids), total), 4);
    recordRate('engine, one hot account', await engine(world, hot(ids), total), 3);
    record('engine, accepted; durable within the time', `${total.accepted}; ${total.durable}`);
    await checkBooks(world, ACCOUNTS + total.accepted);
  } finally {
    await world.drop();
  }
}

/** Each part of the edge has processes and a database of its own: the load of one leaves the server work for minutes. */
async function edgePart(part: (edge: Edge, world: World, ids: readonly string[]) => Promise<void>): Promise<void> {
  const world = await createWorld();
  const ids = await openAccounts(world.sql, ACCOUNTS, 1_000_000n);
  await world.sql.query('CHECKPOINT');
  const edge = await startEdge(world.url);
  try {
    await part(edge, world, ids);
  } finally {
    await edge.stop();
    const { rows: count } = await world.sql.query<{ count: string }>('SELECT count(*) FROM transfers');
    await checkBooks(world, Number(count[0]?.count));
    await world.drop();
  }
}

async function grpcPart(edge: Edge, _world: World, ids: readonly string[]): Promise<void> {
  console.log(`       events go over ${process.env['AMQP_URL'] ? 'RabbitMQ' : 'the built-in bus'}, nobody subscribes`);
  await runGrpc(edge, ids, DIRECTORY_SECONDS);
  recordRate('gRPC PostTransfers, 100 at a time', await runGrpc(edge, ids, SECONDS), 4);
}

async function httpPart(edge: Edge, world: World): Promise<void> {
  const { rows: owners } = await world.sql.query<{ owner_id: string }>(
    `SELECT owner_id FROM accounts WHERE kind = 'main' LIMIT 1000`,
  );
  const people = owners.map(({ owner_id: userId }): Person => ({ userId, token: edge.token(userId) }));
  await runHttp(edge, people, { clients: 64, seconds: WARM_UP_SECONDS });
  const full = await runHttp(edge, people, { clients: 64, seconds: SECONDS });
  if (full.failed > 0) throw new Error(`${full.failed} requests failed`);
  recordRate('POST /v1/transfers through the gateway, 64 clients', full.perSecond, 0.6);
  await latency(edge, people, full.perSecond / 2);
  if (wanted('memory')) await memory(edge, people, full.perSecond / 2);
}

async function runGrpc(edge: Edge, ids: readonly string[], seconds: number): Promise<number> {
  const pick = uniform(ids);
  const until = performance.now() + seconds * 1000;
  let posted = 0;
  const client = async () => {
    const bulk = edge.openBulk();
    while (performance.now() < until) {
      await bulk.post(pick);
      if (performance.now() < until) posted += BULK;
    }
  };
  await Promise.all(Array.from({ length: 16 }, client));
  return posted / seconds;
}

/** The middle one of several runs: a machine that stands still for a moment spoils the p99 of whatever it interrupts. */
async function latency(edge: Edge, people: readonly Person[], perSecond: number): Promise<void> {
  await runHttp(edge, people, { clients: 256, seconds: WARM_UP_SECONDS, perSecond });
  const runs: { p50: number; p99: number }[] = [];
  for (let run = 0; run < LATENCY_RUNS; run += 1) {
    const { latencies } = await runHttp(edge, people, { clients: 256, seconds: SECONDS, perSecond });
    runs.push({ p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) });
  }
  const p50 = percentile(
    runs.map((run) => run.p50).sort((a, b) => a - b),
    0.5,
  );
  const p99s = runs.map((run) => run.p99).sort((a, b) => a - b);
  const p99 = percentile(p99s, 0.5);
  record(`one transfer at half that load (${Math.round(perSecond)}/s), p50`, `${p50.toFixed(1)} ms`);
  record('one transfer at half that load, p99', `${p99.toFixed(1)} ms`, '', 'under 30 ms', p99 < 30);
  record('the same of each run', p99s.map((value) => value.toFixed(1)).join('; '));
}

async function memory(edge: Edge, people: readonly Person[], perSecond: number): Promise<void> {
  const pid = edge.ledger.pid ?? 0;
  const seen: number[] = [];
  const timer = setInterval(() => seen.push(residentMb(pid)), 2_000);
  await runHttp(edge, people, { clients: 256, seconds: MEMORY_MINUTES * 60, perSecond });
  clearInterval(timer);
  const most = Math.max(...seen);
  const mean = (part: number[]) => part.reduce((sum, value) => sum + value, 0) / part.length;
  const half1 = mean(seen.slice(0, seen.length / 2));
  const half2 = mean(seen.slice(seen.length / 2));
  record(
    `memory of the ledger process over ${MEMORY_MINUTES} min, most`,
    `${most.toFixed(0)} MB`,
    '',
    'under 300 MB',
    most < 300,
  );
  record(
    'memory, second half against first',
    `${half2.toFixed(0)} to ${half1.toFixed(0)} MB`,
    (half2 / half1).toFixed(2),
    'flat (at most 1.1)',
    half2 / half1 <= 1.1,
  );
}

/** A database with that much history, as a ledger that has run for long would have left it. */
async function createOldWorld(past: number) {
  const world = await createWorld();
  const ids = await openAccounts(world.sql, ACCOUNTS, 1_000_000n);
  await addHistory(world.sql, past, (done) => process.stderr.write(`\r  making a past: ${done} transfers`));
  process.stderr.write('\n');
  return {
    world,
    pick: uniform(ids),
    total: { accepted: 0, durable: 0 },
    transfers: ACCOUNTS + past,
    rates: [] as number[],
  };
}

/** Both lengths take turns, each run from a checkpoint: what else the machine does in these minutes meets both. */
async function historyPart(): Promise<void> {
  const young = await createOldWorld(10_000);
  const old = await createOldWorld(PAST);
  for (let turn = 0; turn < HISTORY_TURNS; turn += 1) {
    for (const one of [young, old]) {
      await one.world.sql.query('CHECKPOINT');
      one.rates.push(await engine(one.world, one.pick, one.total));
    }
  }
  const [low, high] = [young, old].map(({ rates }) => rates.reduce((sum, rate) => sum + rate, 0) / HISTORY_TURNS) as [
    number,
    number,
  ];
  record('engine over a history of 10000 transfers', `${Math.round(low)} transfers/s`);
  record(
    `engine over a history of ${PAST} transfers`,
    `${Math.round(high)} transfers/s`,
    (high / low).toFixed(2),
    'at least 0.80',
    high / low >= 0.8,
  );
  for (const { world, transfers, total } of [young, old]) {
    await checkCount(world, transfers + total.accepted);
    await world.drop();
  }
}

function write(): void {
  const lines = rows.map(
    (row) =>
      `| ${row.measure} | ${row.value} | ${row.ratio} | ${row.goal} | ${row.met === null ? '' : row.met ? 'yes' : 'no'} |`,
  );
  const head = `# Ledger benchmark

${new Date().toISOString().slice(0, 10)}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown CPU'}, load on the same cores, \`npm run bench:ledger${quick ? ' -- --quick' : ''}\`.
Transfers count when they are committed; the books were checked after each part. Events went over
${process.env['AMQP_URL'] ? 'RabbitMQ' : 'the built-in bus'}, with nobody subscribed.

| measure | value | ratio | goal | met |
| --- | --- | --- | --- | --- |
`;
  const file = new URL('./ledger.md', import.meta.url);
  // comparisons of two commits stand below the table and stay
  const [, ...comparisons] = readFileSync(file, 'utf8').split('\n## ');
  const kept = comparisons.map((comparison) => `\n## ${comparison}`).join('');
  writeFileSync(file, `${head}${lines.join('\n')}\n${kept}`);
}

if (wanted('pgbench')) await pgbenchPart();
if (wanted('engine')) await enginePart();
if (wanted('grpc')) await edgePart(grpcPart);
if (wanted('http') || wanted('memory')) await edgePart(httpPart);
if (wanted('history')) await historyPart();
if (!only) write();
process.exitCode = rows.some((row) => row.met === false) ? 1 : 0;
