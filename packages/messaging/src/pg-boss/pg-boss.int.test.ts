import { createTestDatabase, startTcpProxy, testNamespace } from '@florin/testing';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { silent, type Harness } from '../conformance/kit.ts';
import { busConformance } from '../conformance.ts';
import { openDatabase } from './database.ts';

async function makeHarness(): Promise<Harness> {
  const database = await createTestDatabase();
  const namespace = testNamespace();
  const proxy = await startTcpProxy(database.url);
  return {
    namespace,
    direct: { postgresUrl: database.url },
    proxied: { postgresUrl: proxy.url },
    proxy,
    async putUnreadable(consumer, body) {
      const raw = openDatabase(database.url, 'test', silent);
      const boss = new PgBoss({ db: raw.db, schema: `${namespace}_bus`, schedule: false, supervise: false });
      await boss.start();
      await boss.insert(consumer, [{ id: randomUUID(), data: body, singletonKey: 'unreadable' }]);
      await boss.stop({ graceful: false, close: false });
      await raw.close();
    },
    async clean() {
      await proxy.close();
      await database.drop();
    },
  };
}

busConformance('pg-boss', makeHarness);

test('a process that is stopped leaves no connection and no lease', async () => {
  const database = await createTestDatabase();
  const { createBus } = await import('../index.ts');
  const make = (): ReturnType<typeof createBus> =>
    createBus({ postgresUrl: database.url, namespace: 'left', service: 'test', logger: silent });
  const buses = [make(), make()];
  for (const bus of buses) {
    bus.subscribe({ name: 'a.b', types: ['users.friend-requested.v1'], handle: () => Promise.resolve() });
    await bus.start();
  }
  for (const bus of buses) await bus.stop();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query(
    'SELECT application_name FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await client.end();
  expect(rows).toEqual([]);
  await database.drop();
});
