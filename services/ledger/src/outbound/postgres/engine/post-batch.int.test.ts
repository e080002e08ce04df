import fc from 'fast-check';
import pg from 'pg';
import { newId, systemClock } from '@florin/service-kit';
import { createTestClock } from '@florin/testing';
import type { TestDatabase } from '@florin/testing';
import type { Group } from '../../../app/posting/ports.ts';
import { idempotencyKey } from '../../../domain/posting/idempotency.ts';
import type { Posting } from '../../../domain/posting/posting.ts';
import { defaultLimits, worth } from '../../../../test/support/account.ts';
import { ledgerDatabase, moneyLaws } from '../../../../test/harness.ts';
import { openBatchPool, openPool } from './pool.ts';
import { createPostBatch } from './post-batch.ts';

let database: TestDatabase;
let pool: pg.Pool;
let sql: pg.Pool;
beforeAll(async () => {
  database = await ledgerDatabase();
  pool = openPool(database.url, 4);
  sql = new pg.Pool({ connectionString: database.url, options: '-c search_path=ledger', max: 2 });
});
afterAll(async () => {
  await Promise.all([pool.end(), sql.end()]);
  await database.drop();
});

const clock = createTestClock();
const deciding = { clock: clock.now, defaultLimits, worth, newIdTail: () => newId().slice(-12) };

/** A request as the generator makes it: accounts by number, 0 is the unbounded system account. */
interface Ask {
  from: number;
  to: number;
  amount: number;
  key: number | null;
}
interface AskGroup {
  asks: Ask[];
  atomic: boolean;
}

const PEOPLE = 5;
const CREDIT = 30n;
const FROZEN = PEOPLE;

/** The reference: one request after the other over plain numbers, written without a look at the engine. */
function createModel(ids: string[]) {
  const accounts = ids.map(() => ({ posted: 0n, sequence: 0n }));
  const keys = new Map<number, { text: string; transfer: number | null }>();
  const entries: string[] = [];
  const one = ({ from, to, amount, key }: Ask): string => {
    const text = `${from} ${to} ${amount}`;
    const used = key === null ? undefined : keys.get(key);
    if (used) return used.text === text ? 'replayed' : 'IDEMPOTENCY_MISMATCH';
    const [payer, payee] = [accounts[from]!, accounts[to]!];
    if (from === FROZEN || to === FROZEN) return 'ACCOUNT_FROZEN';
    const credit = from === 1 ? CREDIT : 0n;
    if (from !== 0 && payer.posted + credit < BigInt(amount)) return 'INSUFFICIENT_FUNDS';
    for (const [who, account, change] of [
      [from, payer, -BigInt(amount)],
      [to, payee, BigInt(amount)],
    ] as const) {
      account.posted += change;
      account.sequence += 1n;
      entries.push(`${ids[who]!} ${account.sequence} ${change} ${account.posted}`);
    }
    if (key !== null) keys.set(key, { text, transfer: entries.length });
    return 'posted';
  };
  const group = ({ asks, atomic }: AskGroup): string[] => {
    const before = {
      accounts: accounts.map((account) => ({ ...account })),
      keys: new Map(keys),
      entries: entries.length,
    };
    const results = asks.map(one);
    const bad = (result: string) => result !== 'posted' && result !== 'replayed';
    if (!atomic || asks.length === 1 || !results.some(bad)) return results;
    // what the group itself was to post is gone, and so is what repeats it
    const known = (key: number | null) => key !== null && before.keys.has(key);
    accounts.forEach((account, index) => Object.assign(account, before.accounts[index]));
    keys.clear();
    for (const [key, value] of before.keys) keys.set(key, value);
    entries.length = before.entries;
    return results.map((result, index) =>
      result === 'posted' || (result === 'replayed' && !known(asks[index]!.key)) ? 'CONFLICT' : result,
    );
  };
  return { group, accounts, entries };
}

async function openAll(): Promise<string[]> {
  const ids = Array.from({ length: PEOPLE + 1 }, () => newId());
  await sql.query(
    `INSERT INTO accounts (id, owner_id, currency, kind, reference, created_at, status, credit_limit, limits)
     SELECT id, CASE WHEN n = 1 THEN NULL ELSE gen_random_uuid() END, 'USD', CASE WHEN n = 1 THEN 'system' ELSE 'wallet' END,
            id::text, now(), CASE WHEN n = $2 + 1 THEN 'frozen' ELSE 'open' END, CASE WHEN n = 2 THEN $3::bigint ELSE 0 END, NULL
     FROM unnest($1::uuid[]) WITH ORDINALITY AS a (id, n)`,
    [ids, FROZEN, CREDIT],
  );
  return ids;
}

function toGroup({ asks, atomic }: AskGroup, ids: string[], run: string): Group {
  const postings = asks.map(({ from, to, amount, key }): Posting => ({
    kind: 'wallet',
    amount: BigInt(amount),
    currency: 'USD',
    fromAccountId: ids[from]!,
    toAccountId: ids[to]!,
    note: '',
    visibility: 'private',
    reference: null,
    idempotency: key === null ? undefined : idempotencyKey(run, String(key), `${from} ${to} ${amount}`),
  }));
  return { postings, atomic };
}

const ask: fc.Arbitrary<Ask> = fc
  .record({
    from: fc.integer({ min: 0, max: PEOPLE }),
    to: fc.integer({ min: 0, max: PEOPLE }),
    amount: fc.integer({ min: 1, max: 100 }),
    key: fc.option(fc.integer({ min: 0, max: 12 })),
  })
  .filter(({ from, to }) => from !== to);
const groups = fc.array(fc.record({ asks: fc.array(ask, { minLength: 1, maxLength: 4 }), atomic: fc.boolean() }), {
  minLength: 1,
  maxLength: 12,
});
const batches = fc.array(groups, { minLength: 1, maxLength: 6 });

test('random batches leave the rows that the same requests leave one at a time', async () => {
  await fc.assert(
    fc.asyncProperty(batches, async (plan) => {
      const ids = await openAll();
      const model = createModel(ids);
      const post = createPostBatch(pool, deciding);
      for (const batch of plan) {
        // at one instant, batches that share no account have no order
        clock.advance(1);
        const outcomes = await post(batch.map((group) => toGroup(group, ids, ids[0]!)));
        const told = outcomes.map((group) =>
          group.map((outcome) => (outcome.status === 'refused' ? outcome.error.code : outcome.status)),
        );
        expect(told).toEqual(batch.map((group) => model.group(group)));
      }
      const accounts = await sql.query('SELECT id, posted, sequence FROM accounts WHERE id = ANY ($1)', [ids]);
      const rows = new Map(accounts.rows.map((row) => [row.id, `${row.posted} ${row.sequence}`]));
      expect(ids.map((id) => rows.get(id))).toEqual(
        model.accounts.map(({ posted, sequence }) => `${posted} ${sequence}`),
      );
      const entries = await sql.query<{ text: string }>(
        `SELECT concat_ws(' ', account_id, sequence, amount, balance_after) AS text FROM entries
         WHERE account_id = ANY ($1) ORDER BY transfer_id, amount`,
        [ids],
      );
      expect(entries.rows.map((row) => row.text)).toEqual(model.entries);
    }),
    { numRuns: 60 },
  );
  await moneyLaws(sql);
});

test('two posters on one database never lose an update and keep ids rising along each account', async () => {
  const ids = await openAll();
  const posters = [createPostBatch(pool, deciding), createPostBatch(openPoolForTest(), deciding)];
  const seed = Array.from({ length: 4 }, (_, i) => ({ from: 0, to: i + 1, amount: 1_000, key: null }));
  await posters[0]!([toGroup({ asks: seed, atomic: false }, ids, 's')]);
  await Promise.all(
    Array.from({ length: 60 }, (_, i) => {
      const asks = Array.from({ length: 10 }, (_u, j) => {
        const from = 1 + ((i + j) % 4);
        return { from, to: 1 + (from % 4), amount: 1 + ((i * j) % 50), key: null };
      });
      return posters[i % 2]!([toGroup({ asks, atomic: i % 3 === 0 }, ids, 'x')]);
    }),
  );
  await moneyLaws(sql);
  const { rows } = await sql.query('SELECT sum(posted)::int AS sum FROM accounts WHERE id = ANY ($1)', [ids.slice(1)]);
  expect(rows[0].sum).toBe(4_000);
});

const opened: pg.Pool[] = [];
function openPoolForTest(): pg.Pool {
  const one = openPool(database.url, 4);
  opened.push(one);
  return one;
}
afterAll(() => Promise.all(opened.map((one) => one.end())));

test('one posting that breaks the database refuses nobody else', async () => {
  const ids = await openAll();
  const { createPoster } = await import('../../../app/posting/poster.ts');
  const poster = createPoster({
    clock: systemClock,
    postBatch: createPostBatch(pool, deciding),
    lanes: 1,
  });
  const good = toGroup({ asks: [{ from: 0, to: 1, amount: 5, key: null }], atomic: false }, ids, 'g').postings;
  const bad = good.map((posting) => ({ ...posting, note: 'x'.repeat(501) }));
  const results = await Promise.allSettled([poster.post(good), poster.post(bad), poster.post(good)]);
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const { rows } = await sql.query('SELECT posted FROM accounts WHERE id = $1', [ids[1]]);
  expect(rows[0].posted).toBe('10');
});

/** The pool, but for queries of the n-th connection that fail as told; a COMMIT that fails has happened. */
function faulty(plan: Record<number, (text: string) => string | undefined>): pg.Pool {
  let connection = 0;
  const connect = async () => {
    const client = await pool.connect();
    const fail = plan[(connection += 1)];
    const query = async (config: string | { text: string }, values?: unknown[]) => {
      const text = typeof config === 'string' ? config : config.text;
      const code = fail?.(text);
      if (code === undefined || text === 'COMMIT') await client.query('SELECT 1');
      const result = code === undefined || text === 'COMMIT' ? await client.query(config as string, values) : undefined;
      if (code !== undefined) throw Object.assign(new Error(code), { code });
      return result;
    };
    return { query, release: () => client.release(true) };
  };
  return { connect } as unknown as pg.Pool;
}

test('a commit whose answer is lost is found out, also when the next try meets other trouble', async () => {
  const ids = await openAll();
  const lostCommit = (text: string) => (text === 'COMMIT' ? 'ECONNRESET' : undefined);
  const onLock = (code: string) => (text: string) => (text.includes('FOR NO KEY UPDATE') ? code : undefined);
  for (const trouble of ['40P01', '57014', 'ECONNREFUSED']) {
    const post = createPostBatch(faulty({ 1: lostCommit, 2: onLock(trouble) }), deciding);
    const group = toGroup({ asks: [{ from: 0, to: 1, amount: 5, key: null }], atomic: false }, ids, 'd');
    const outcomes = await post([group]);
    expect(outcomes[0]?.[0]?.status).toBe('posted');
  }
  const { rows } = await sql.query('SELECT posted FROM accounts WHERE id = $1', [ids[1]]);
  expect(rows[0].posted).toBe('15');
});

test('a commit that is lost with whatever error is found out, for only an answer says that it did not happen', async () => {
  const ids = await openAll();
  for (const code of ['EHOSTUNREACH', '40003', 'ESOMETHINGNEW']) {
    const gone = (text: string) => (text === 'COMMIT' || text === 'ROLLBACK' ? code : undefined);
    const post = createPostBatch(faulty({ 1: gone }), deciding);
    const group = toGroup({ asks: [{ from: 0, to: 1, amount: 5, key: null }], atomic: false }, ids, 'g');
    expect((await post([group]))[0]?.[0]?.status).toBe('posted');
  }
  const { rows } = await sql.query('SELECT posted, sequence FROM accounts WHERE id = $1', [ids[1]]);
  expect(rows[0]).toEqual({ posted: '15', sequence: '3' });
});

test('an account somebody else holds locked keeps no other waiting for long, and is told as unavailable', async () => {
  const ids = await openAll();
  const { createPoster } = await import('../../../app/posting/poster.ts');
  const batches = openBatchPool(database.url, 1);
  opened.push(batches);
  const poster = createPoster({
    clock: systemClock,
    postBatch: createPostBatch(batches, deciding),
    lanes: 1,
  });
  const holder = await sql.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [ids[1]]);
    const one = (to: number) =>
      poster.post(toGroup({ asks: [{ from: 0, to, amount: 5, key: null }], atomic: false }, ids, 'l').postings);
    const results = await Promise.allSettled([one(1), one(2), one(3), one(4)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect(results[0]).toMatchObject({ reason: { code: 'UNAVAILABLE' } });
  } finally {
    await holder.query('ROLLBACK');
    holder.release();
  }
}, 60_000);

test('a commit that did not happen is posted by the next try, once', async () => {
  const ids = await openAll();
  const noCommit = (text: string) => (text.includes('new_transfers') ? 'ECONNRESET' : undefined);
  const post = createPostBatch(faulty({ 1: noCommit, 2: noCommit }), deciding);
  await post([toGroup({ asks: [{ from: 0, to: 1, amount: 5, key: null }], atomic: false }, ids, 'n')]);
  const { rows } = await sql.query('SELECT posted, sequence FROM accounts WHERE id = $1', [ids[1]]);
  expect(rows[0]).toEqual({ posted: '5', sequence: '1' });
});

test('a batch waits no longer than the one before it, and grows while it waits', async () => {
  const { createPoster } = await import('../../../app/posting/poster.ts');
  const sizes: number[] = [];
  const gates: (() => void)[] = [];
  const poster = createPoster({
    clock: systemClock,
    lanes: 1,
    maxBatch: 50,
    postBatch: async (batch) => {
      sizes.push(batch.length);
      await new Promise<void>((resolve) => gates.push(resolve));
      return batch.map((group) => group.postings.map(() => ({ status: 'refused', error: new Error('x') }) as never));
    },
  });
  const ids = Array.from({ length: 6 }, () => newId());
  const one = () =>
    poster.post(toGroup({ asks: [{ from: 0, to: 1, amount: 5, key: null }], atomic: false }, ids, 'g').postings);
  const first = one();
  await new Promise((resolve) => setImmediate(resolve));
  const rest = Promise.all(Array.from({ length: 70 }, one));
  for (let i = 0; i < 3; i += 1) {
    while (gates.length === 0) await new Promise((resolve) => setImmediate(resolve));
    gates.shift()?.();
  }
  await Promise.all([first, rest, poster.drain()]);
  expect(sizes).toEqual([1, 50, 20]);
});
