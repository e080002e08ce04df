/**
 * `npm run bench:ledger [-- --quick] [--only=engine,grpc,http,latency,memory,history] [--past=5000000]`: how fast the ledger posts, in
 * turns with pgbench's TPC-B on the same server (POSTGRES_URL; it must have fsync and synchronous_commit on). Makes databases of its
 * own, drops them, and checks the books after each part. Prints ratios against the goals and writes bench/ledger.md.
 */
import { parseArgs } from 'node:util';
import { BULK, startEdge, type Edge } from './ledger/edge.ts';
import { startEngine, type Engine, type Pick } from './ledger/engine.ts';
import { addHistory } from './ledger/history.ts';
import { batch, runHttp, single, type Person } from './ledger/http.ts';
import { checkBooks, checkCount } from './ledger/laws.ts';
import { createPgbench } from './ledger/pgbench.ts';
import { createReport } from './ledger/report.ts';
import { inTurns, type Side } from './ledger/turns.ts';
import { hot, uniform, zipf } from './ledger/workloads.ts';
import { createWorld, openAccounts, type World } from './ledger/world.ts';
import { cpuMicrosOf, databaseCpu, residentMb } from './measure/cpu.ts';
import { ownProfiler } from './measure/profile.ts';
import { percentile, spreadOf } from './measure/statistics.ts';

const { values: given } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, past: { type: 'string' } },
});
const { quick = false } = given;
const only = given.only?.split(',');
const wanted = (part: string) => only?.includes(part) ?? true;

const TURNS = { count: quick ? 3 : 7, seconds: quick ? 2 : 4 };
const CLIENTS = 64;
/** until the ledger's directory knows the accounts that are drawn */
const DIRECTORY_SECONDS = 20;
const ACCOUNTS = 100_000;
const OUTSTANDING = 2_000;
const LANES = 4;
const HISTORY_TURNS = 2;
const HISTORY_SECONDS = quick ? 6 : 15;
const LATENCY_RUNS = 5;
const LATENCY_SECONDS = quick ? 4 : 15;
const MEMORY_MINUTES = quick ? 0.5 : 5;
/** transfers of the long history */
const PAST = Number(given.past ?? (quick ? 300_000 : 5_000_000));
const server = process.env['POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const { record, compare, allMet, write } = createReport();
const pgbench = await createPgbench(server);
const turns = { ...TURNS, yardstick: (seconds: number) => pgbench.tps(8, seconds) };

const nameOf = (world: World): string => new URL(world.url).pathname.slice(1);

/** Transfers a second that were durable within the time; counts what was handed over. */
async function post(engine: Engine, pick: Pick, seconds: number, total: { accepted: number }) {
  const result = await engine.run(pick, { seconds, outstanding: OUTSTANDING });
  if (result.refused > 0) throw new Error(`${result.refused} transfers were refused`);
  total.accepted += result.accepted;
  return { posted: result.durable, perSecond: result.perSecond };
}

async function enginePart(): Promise<void> {
  const world = await createWorld();
  const profiler = await ownProfiler();
  const engine = startEngine(world.url, LANES);
  try {
    const ids = await openAccounts(world.sql, ACCOUNTS, 1_000_000n);
    await world.sql.query('CHECKPOINT');
    const total = { accepted: 0 };
    const own = () => cpuMicrosOf(process.pid);
    const side = (pick: Pick): Side => ({
      run: (seconds) => post(engine, pick, seconds, total),
      cpu: { 'ledger and load': own, PostgreSQL: databaseCpu(nameOf(world)) },
      profiler: { of: 'ledger and load', profiler },
    });
    compare('engine, uniform accounts', await inTurns(turns, side(uniform(ids))), 8);
    compare('engine, zipf 1.0', await inTurns(turns, side(zipf(ids))), 6);
    compare('engine, one hot account', await inTurns(turns, side(hot(ids))), 4.5);
    await checkBooks(world, ACCOUNTS + total.accepted);
  } finally {
    profiler.close();
    await engine.close();
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

const sideOf = (edge: Edge, world: World, run: Side['run'], more: Side['cpu'] = {}): Side => ({
  run,
  cpu: { ...more, ledger: () => cpuMicrosOf(edge.ledger), PostgreSQL: databaseCpu(nameOf(world)) },
  profiler: { of: 'ledger', profiler: edge.profiler },
});

async function grpcPart(edge: Edge, world: World, ids: readonly string[]): Promise<void> {
  await runGrpc(edge, ids, DIRECTORY_SECONDS);
  const side = sideOf(edge, world, (seconds) => runGrpc(edge, ids, seconds));
  compare('gRPC PostTransfers, 100 at a time', await inTurns(turns, side), 6);
}

async function runGrpc(edge: Edge, ids: readonly string[], seconds: number) {
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
  return { posted, perSecond: posted / seconds };
}

async function httpPart(edge: Edge, world: World): Promise<void> {
  const { rows: owners } = await world.sql.query<{ owner_id: string }>(
    `SELECT owner_id FROM accounts WHERE kind = 'main' LIMIT 1000`,
  );
  const people = owners.map(({ owner_id: userId }): Person => ({ userId, token: edge.token(userId) }));
  const send = async (requestOf: typeof single, each: number, seconds: number) => {
    const result = await runHttp(edge, people, { clients: CLIENTS, seconds, requestOf });
    if (result.failed > 0) throw new Error(`${result.failed} requests failed`);
    return { posted: result.posted * each, perSecond: result.perSecond * each };
  };
  const gateway = { gateway: () => cpuMicrosOf(edge.gateway) };
  const singles = await inTurns(
    turns,
    sideOf(edge, world, (seconds) => send(single, 1, seconds), gateway),
  );
  if (wanted('http')) {
    compare(`POST /v1/transfers, ${CLIENTS} clients`, singles, 1.3);
    const batches = sideOf(edge, world, (seconds) => send(batch, BULK, seconds), gateway);
    compare(`POST /v1/transfers/batch of ${BULK}, ${CLIENTS} clients`, await inTurns(turns, batches), 5);
  }
  const half = singles.perSecond.median / 2;
  if (wanted('latency')) await latency(edge, people, half);
  if (wanted('memory')) await memory(edge, people, half);
}

/** The middle one of several runs: a machine that stands still for a moment spoils the p99 of whatever it interrupts. */
async function latency(edge: Edge, people: readonly Person[], perSecond: number): Promise<void> {
  const runs: { p50: number; p99: number }[] = [];
  for (let run = 0; run <= LATENCY_RUNS; run += 1) {
    const { latencies } = await runHttp(edge, people, { clients: 256, seconds: LATENCY_SECONDS, perSecond });
    runs.push({ p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) });
  }
  // the first warms up
  const [, ...counted] = runs;
  const p50 = spreadOf(counted.map((run) => run.p50));
  const p99 = spreadOf(counted.map((run) => run.p99));
  record(`one transfer at half that load (${Math.round(perSecond)}/s), p50`, `${p50.median.toFixed(1)} ms`);
  const range = `${p99.median.toFixed(1)} (${p99.least.toFixed(1)} to ${p99.most.toFixed(1)}) ms`;
  record('one transfer at half that load, p99', range, '', 'under 20 ms', p99.median < 20);
}

async function memory(edge: Edge, people: readonly Person[], perSecond: number): Promise<void> {
  const pid = edge.ledger;
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
    engine: startEngine(world.url, LANES),
    pick: uniform(ids),
    total: { accepted: 0 },
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
      one.rates.push((await post(one.engine, one.pick, HISTORY_SECONDS, one.total)).perSecond);
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
    'at least 0.95',
    high / low >= 0.95,
  );
  for (const { engine, world, transfers, total } of [young, old]) {
    await engine.close();
    await checkCount(world, transfers + total.accepted);
    await world.drop();
  }
}

try {
  if (wanted('engine')) await enginePart();
  if (wanted('grpc')) await edgePart(grpcPart);
  if (['http', 'latency', 'memory'].some(wanted)) await edgePart(httpPart);
  if (wanted('history')) await historyPart();
} finally {
  await pgbench.drop();
}
if (!only && !quick) write(TURNS);
process.exitCode = allMet() ? 0 : 1;
