import pg from 'pg';
import { startTcpProxy, testStores, waitFor, type TcpProxy } from '@florin/testing';
import { createClientWrapper } from './client.ts';
import { connectPostgres } from './connect.ts';
import { createPool } from './pool.ts';
import { createProbe } from './probe.ts';
import type { SilenceOptions } from './silence.ts';

const FOR_EVER = 600_000;
let proxy: TcpProxy;
const clients: pg.Client[] = [];

beforeEach(async () => {
  proxy = await startTcpProxy(testStores().postgresUrl);
});
afterEach(async () => {
  await proxy.close();
  await Promise.all(clients.splice(0).map((client) => client.end().catch(() => undefined)));
});

/** A way of watching under which all connections of a test are. */
function watching(options: SilenceOptions) {
  const wrap = createClientWrapper({ silence: { everyMs: 20, ...options } });
  return async () => {
    const client = new pg.Client({ connectionString: proxy.url });
    client.on('error', () => undefined);
    clients.push(client);
    await client.connect();
    wrap(client);
    return client;
  };
}

const probing = (probeMs = 300): SilenceOptions => ({
  suspectMs: 100,
  maximumMs: FOR_EVER,
  probe: createProbe({ connectionString: proxy.url }, probeMs),
});

test('without a probe, a query that is not answered for the maximum fails; one that is answered in time does not', async () => {
  const client = await watching({ maximumMs: 300 })();
  // asked again and again for longer than a silence may last
  const until = Date.now() + 600;
  await waitFor(async () => {
    await client.query('SELECT 1');
    return Date.now() > until;
  });
  proxy.freeze();
  await expect(client.query('SELECT 2')).rejects.toThrow('Connection terminated');
});

test('a server that gives no sign of life loses all connections, the idle ones as well', async () => {
  const connect = watching(probing());
  const [busy, idle] = [await connect(), await connect()];
  const ended = new Promise<void>((resolve) => void idle.on('end', resolve));
  proxy.freeze();
  await expect(busy.query('SELECT 1')).rejects.toThrow('Connection terminated');
  await ended;
});

test('a connection that lost its query while the server lives is cut, the others are not', async () => {
  const connect = watching(probing(5_000));
  const lost = await connect();
  proxy.strand();
  const other = await connect();
  const slow = other.query<{ done: number }>('SELECT 1 AS done FROM pg_sleep(1)');
  await expect(lost.query('SELECT 1')).rejects.toThrow('Connection terminated');
  expect((await slow).rows).toEqual([{ done: 1 }]);
});

test('a slow query is left alone, however often the server is probed', async () => {
  let probes = 0;
  const probe = createProbe({ connectionString: proxy.url }, 5_000);
  const counted = (processIds: readonly number[]) => {
    probes += 1;
    return probe(processIds);
  };
  const client = await watching({ ...probing(), probe: counted })();
  const { rows } = await client.query<{ done: number }>('SELECT 1 AS done FROM pg_sleep(1.5)');
  expect(rows).toEqual([{ done: 1 }]);
  expect(probes).toBeGreaterThan(1);
});

test('a server that answers while it is probed keeps its connections, though the probe fails', async () => {
  const [asked, given] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const probe = async () => {
    asked.resolve(undefined);
    await given.promise;
    return { alive: false, busy: null };
  };
  const client = await watching({ ...probing(), probe })();
  const slow = client.query<{ done: number }>('SELECT 1 AS done FROM pg_sleep(0.5)');
  await asked.promise;
  expect((await slow).rows).toEqual([{ done: 1 }]);
  given.resolve(undefined);
  await expect(client.query('SELECT 1')).resolves.toBeDefined();
});

describe('by default', () => {
  test.each([
    ['the pool', () => createPool({ url: proxy.url, schema: 'kit', maxConnections: 1, measures: {} })],
    ['knex', () => connectPostgres({ url: proxy.url, schema: 'kit' })],
  ])(
    'a vanished server is noticed long before the statement timeout: %s',
    async (_what, open) => {
      const opened = open();
      const query = (text: string) => ('knex' in opened ? opened.knex.raw(text) : opened.query(text));
      await query('SELECT 1');
      proxy.freeze();
      await expect(query('SELECT 2')).rejects.toThrow('Connection terminated');
      proxy.restore();
      await ('knex' in opened ? opened.close() : opened.end());
    },
    12_000,
  );
});
