/**
 * `npm run bench:finance [-- --rows=1000000] [-- --only=reads,creates,batches,planning,imports]`: how finance's cost grows with a person's rows.
 * Three people beside each other in one database, the largest with `--rows`, the others with a tenth and a hundredth, asked
 * in turns; ratios are to the smallest one's median in the same run. Makes a database of its own on POSTGRES_URL and drops it.
 * Exits with 1 when a goal was missed.
 */
import { loadavg } from 'node:os';
import { createPerson, type Person } from './finance/people.ts';
import { postBatches } from './finance/batches.ts';
import { importFile } from './finance/imports.ts';
import { postRecurring, previewRules } from './finance/planning.ts';
import { createWorld, type World } from './finance/world.ts';

const option = (name: string) => process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);
const LARGEST = Number(option('rows') ?? 1_000_000);
const only = option('only')?.split(',');
const wanted = (part: string) => only?.includes(part) ?? true;

const ROUNDS = 60;
const WARM_UP_ROUNDS = 6;
/** a read that takes seconds has fewer rounds */
const READ_MS = 12_000;
const CREATE_SECONDS = 5;
const AT_ONCE = 32;
const SMALL_ROWS = 1_000;
const BATCH_SECONDS = 8;
const MOST_RATIO = 2;

interface Read {
  name: string;
  /** milliseconds at the 95th percentile of the largest; none: told, not asked for */
  goalMs?: number;
  run: (world: World, person: Person) => Promise<unknown>;
}

const get = (path: string) => (world: World, person: Person) => world.as(person.id).get(path);
const search = (text: string) => get(`/v1/transactions?limit=50&search=${encodeURIComponent(text)}`);
const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
const span = (days: number) => get(`/v1/summaries?from=${day(days)}&to=${day(0)}`);
const insight = (name: string) => get(`/v1/insights/${name}?from=${day(3 * 365)}&to=${day(0)}`);
const tracker =
  (query: { search?: string; sort?: string } = {}) =>
  (world: World, { id: userId }: Person) =>
    world.grpc.queryTransactions({
      userId,
      query: { page: 1, size: 10, search: '', sort: '', order: '', contains: {}, ...query },
      includeAdjustments: false,
    });

const READS: Read[] = [
  { name: 'list, first page of 50', goalMs: 10, run: get('/v1/transactions?limit=50') },
  {
    name: 'list, one category',
    goalMs: 10,
    run: (world, person) => get(`/v1/transactions?limit=50&categoryId=${person.categoryId}`)(world, person),
  },
  { name: 'search, 1,000 matches', goalMs: 30, run: search('zanzibar') },
  { name: 'search, none', goalMs: 30, run: search('qqxyzzy') },
  { name: 'search, a quarter of the rows', run: search('market') },
  { name: 'search, two letters', run: search('zz') },
  { name: 'search, an amount nobody paid', goalMs: 30, run: search('77777.77') },
  { name: 'summary of a month', goalMs: 20, run: get('/v1/summaries?period=month') },
  { name: 'summary of a year', goalMs: 20, run: span(365) },
  { name: 'summary of three years', goalMs: 20, run: span(3 * 365) },
  { name: 'cash flow of three years', goalMs: 20, run: insight('cash-flow') },
  { name: 'net worth of three years', goalMs: 20, run: insight('net-worth') },
  { name: 'categories of three years', goalMs: 20, run: insight('categories') },
  { name: 'tags of three years', goalMs: 20, run: insight('tags') },
  { name: '48 budgets', goalMs: 20, run: get('/v1/budgets?limit=48') },
  {
    name: '48 budgets over two tags',
    goalMs: 20,
    run: (world, person) => get(`/v1/budgets?limit=50&tagId=${person.tagId}`)(world, person),
  },
  { name: 'tags with their counts', goalMs: 10, run: get('/v1/tags?limit=50') },
  { name: 'Tracker, list with its total', goalMs: 30, run: tracker() },
  { name: 'Tracker, list by day', goalMs: 30, run: tracker({ sort: 'transactionDate' }) },
  { name: 'Tracker, list by amount', goalMs: 30, run: tracker({ sort: 'amount' }) },
  { name: 'Tracker, list by category', goalMs: 30, run: tracker({ sort: 'category' }) },
  { name: 'Tracker, list by type', run: tracker({ sort: 'type' }) },
  { name: 'Tracker, list by description', run: tracker({ sort: 'description' }) },
  { name: 'Tracker, search, 1,000 matches', goalMs: 30, run: tracker({ search: 'zanzibar' }) },
  { name: 'Tracker, search, none', goalMs: 30, run: tracker({ search: 'qqxyzzy' }) },
  { name: 'Tracker, search, a quarter', run: tracker({ search: 'market' }) },
];

let missed = 0;
function tell(name: string, figures: string, met?: boolean): void {
  if (met === false) missed += 1;
  console.log(`| ${name.padEnd(32)} | ${figures} | ${met === undefined ? '' : met ? 'met' : 'missed'} |`);
}

const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
const ms = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0)).padStart(5);

async function readPart(world: World, people: readonly Person[]): Promise<void> {
  console.log(`| read, p50 / p95 ms | ${people.map(({ rows }) => `${rows} rows`).join(' | ')} | ratio | goal | |`);
  for (const { name, goalMs, run } of READS) {
    const times = people.map((): number[] => []);
    const until = performance.now() + READ_MS;
    for (let round = -WARM_UP_ROUNDS; round < ROUNDS && performance.now() < until; round += 1) {
      for (const [index, person] of people.entries()) {
        const began = performance.now();
        await run(world, person);
        if (round >= 0) times[index]?.push(performance.now() - began);
      }
    }
    const medians = times.map((each) => at(each, 0.5));
    const [low = Number.NaN, high = Number.NaN] = [medians[0], medians.at(-1)];
    const p95 = at(times.at(-1) ?? [], 0.95);
    const ratio = high / low;
    const cells = times.map((each) => `${ms(at(each, 0.5))} / ${ms(at(each, 0.95))}`);
    const goal = goalMs === undefined ? '' : `${goalMs} ms, ${MOST_RATIO}x`;
    const met = goalMs === undefined ? undefined : p95 <= goalMs && ratio <= MOST_RATIO;
    tell(name, [...cells, `${ratio.toFixed(1)}x`, goal].join(' | '), met);
  }
}

/** Expenses of people, so many at once in turns, for some seconds; how many a second. */
async function creates(world: World, people: readonly Person[], atOnce: number): Promise<number> {
  const until = performance.now() + CREATE_SECONDS * 1_000;
  let made = 0;
  const one = async (_: unknown, place: number) => {
    const person = people[place % people.length];
    if (!person) throw new Error('nobody creates');
    const caller = world.as(person.id);
    const body = { walletId: person.walletIds[0], categoryId: person.categoryId, amount: 5, description: 'Tea' };
    for (; performance.now() < until; made += 1) await caller.post('/v1/transactions', body);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return made / CREATE_SECONDS;
}

async function createPart(world: World, person: Person): Promise<void> {
  const many: Person[] = [];
  for (let number = 0; number < AT_ONCE; number += 1) many.push(await createPerson(world, SMALL_ROWS));
  await creates(world, [person], 8);
  for (const [name, people, atOnce, goal] of [
    ['one person', [person], 1, 60],
    ['one person', [person], AT_ONCE, 400],
    [`${AT_ONCE} people`, many, AT_ONCE, 400],
  ] as const) {
    const perSecond = await creates(world, people, atOnce);
    const figures = `${perSecond.toFixed(0)} a second | at least ${goal}`;
    tell(`creates of ${name}, ${atOnce} at once`, figures, perSecond >= goal);
  }
}

async function batchPart(world: World, person: Person): Promise<void> {
  const perSecond = await postBatches(world, person, BATCH_SECONDS);
  tell('batches of 1,000', `${perSecond.toFixed(0)} rows a second | at least 5000`, perSecond >= 5_000);
}

/** 100 rules over a tenth of the largest person's rows; 10,000 transactions that fall due at one moment. */
async function planningPart(world: World, middle: Person): Promise<void> {
  const preview = await previewRules(world, middle);
  tell(`100 rules over ${middle.rows} rows`, `${ms(preview)} ms | 2000 ms`, preview <= 2_000);
  for (const people of [10, 500]) {
    const seconds = await postRecurring(world, people, 10_000 / people);
    tell(`10,000 due of ${people} people`, `${seconds.toFixed(1)} s | 10 s`, seconds <= 10);
  }
}

/** A file of 100,000 lines, read, posted and undone. */
async function importPart(world: World): Promise<void> {
  const lines = Number(option('lines') ?? 100_000);
  const figures = await importFile(world, lines);
  const { readPerSecond, postedPerSecond, undonePerSecond, silentMs, grownMegabytes } = figures;
  const rate = (perSecond: number) => `${perSecond.toFixed(0)} rows a second`;
  tell(`${lines} lines read`, rate(readPerSecond));
  tell(`${lines} rows committed`, `${rate(postedPerSecond)} | at least 5000`, postedPerSecond >= 5_000);
  tell(`${lines} rows undone`, `${rate(undonePerSecond)} | at least 5000`, undonePerSecond >= 5_000);
  tell('progress of a commit', `${silentMs.toFixed(0)} ms apart at most | 1000 ms`, silentMs <= 1_000);
  tell('memory of both processes', `+${grownMegabytes.toFixed(0)} MB | 150 MB`, grownMegabytes <= 150);
}

const world = await createWorld();
try {
  console.log(
    `load before: ${loadavg()
      .map((each) => each.toFixed(1))
      .join(' ')}`,
  );
  const people: Person[] = [];
  for (const share of [100, 10, 1]) people.push(await createPerson(world, Math.round(LARGEST / share)));
  await world.sql.query('vacuum analyze');
  const largest = people.at(-1) as Person;
  if (wanted('reads')) await readPart(world, people);
  if (wanted('creates')) await createPart(world, largest);
  if (wanted('batches')) await batchPart(world, largest);
  if (wanted('imports')) await importPart(world);
  if (wanted('planning')) {
    await planningPart(world, people.find(({ rows }) => rows >= 100_000) ?? largest);
  }
} finally {
  await world.stop();
}
process.exitCode = missed > 0 ? 1 : 0;
