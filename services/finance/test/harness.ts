import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlorinEvent } from '@florin/contracts';
import { type Bus, createBus } from '@florin/messaging';
import { createLogger, newId, type Clock } from '@florin/service-kit';
import { connectPostgres, migrate } from '@florin/service-kit/postgres';
import {
  createHttpClient,
  createTestDatabase,
  identityHeaders,
  TEST_SECRET,
  testNamespace,
  testStores,
} from '@florin/testing';
import { compose, readConfig } from '../src/composition.ts';
import { createFakeLedger } from './support/fake-ledger.ts';
import { createFakeUsers } from './support/fake-users.ts';

export const template = {
  name: 'finance',
  prepare: async (url: string) => {
    const postgres = connectPostgres({ url, schema: 'finance' });
    await migrate(postgres.knex, { url, schema: 'finance', directory: join(import.meta.dirname, '..', 'migrations') });
    await postgres.close();
  },
};

/** The whole service with fake neighbours over real gRPC, a database and bus of its own, and events collected. */
export async function startFinance(
  options: { clock?: Clock; reconcileEveryMs?: number; environment?: Record<string, string> } = {},
) {
  const database = await createTestDatabase(template);
  const ledger = createFakeLedger();
  const users = createFakeUsers();
  await Promise.all([ledger.start(), users.start()]);
  const namespace = testNamespace();
  const { amqpUrl } = testStores();
  const logger = createLogger('finance', 'silent');
  const attachments = await mkdtemp(join(tmpdir(), 'florin-attachments-'));
  const config = readConfig({
    POSTGRES_URL: database.url,
    AMQP_URL: amqpUrl,
    BUS_NAMESPACE: namespace,
    INTERNAL_SECRET: TEST_SECRET,
    HTTP_PORT: '0',
    GRPC_PORT: '0',
    LEDGER_GRPC: `127.0.0.1:${ledger.state.port}`,
    ATTACHMENTS_DIR: attachments,
    USERS_GRPC: `127.0.0.1:${users.state.port}`,
    RECONCILE_EVERY_MS: String(options.reconcileEveryMs ?? 100),
    ...options.environment,
  });
  const overrides = { logger, ...(options.clock ? { clock: options.clock } : {}) };
  let running = compose(config, overrides);
  await running.service.start();
  const heard: FlorinEvent[] = [];
  const bus: Bus = createBus({ amqpUrl, postgresUrl: database.url, namespace, service: 'test', logger });
  bus.subscribe({
    name: 'test.heard',
    types: [
      'finance.budget-threshold-reached.v1',
      'finance.recurring-transaction-failed.v1',
      'finance.wallet-invited.v1',
      'finance.wallet-invitation-accepted.v1',
      'finance.wallet-left.v1',
      'finance.wallet-share-ended.v1',
    ],
    handle: (event) => {
      heard.push(event);
      return Promise.resolve();
    },
  });
  await bus.start();
  const postgres = connectPostgres({ url: database.url, schema: 'finance', maxConnections: 2 });
  return {
    ledger,
    users,
    bus,
    heard,
    knex: postgres.knex,
    databaseUrl: database.url,
    attachments,
    grpcPort: () => running.addresses().grpc,
    /** a client of a person, by default a new one */
    as: (userId = newId()) => {
      const [url, headers] = [`http://127.0.0.1:${running.addresses().http}`, identityHeaders({ userId })];
      return { userId, url, headers, ...createHttpClient(url, headers) };
    },
    anonymous: () => createHttpClient(`http://127.0.0.1:${running.addresses().http}`),
    restart: async () => {
      const port = running.addresses().http;
      await running.service.stop();
      running = compose({ ...config, HTTP_PORT: port }, overrides);
      await running.service.start();
    },
    /** publishes what the ledger posted since the last time */
    publishLedgerEvents: () => bus.publish(ledger.book.events.splice(0)),
    stop: async () => {
      await running.service.stop();
      await bus.stop();
      await Promise.all([ledger.stop(), users.stop(), postgres.close()]);
      await database.drop();
      await rm(attachments, { recursive: true });
    },
  };
}

export type Finance = Awaited<ReturnType<typeof startFinance>>;

export type Person = ReturnType<Finance['as']>;

export async function walletOf(person: Person, body: object = {}) {
  const reply = await person.post('/v1/wallets', {
    name: 'Cash',
    type: 'cash',
    currency: 'USD',
    creditLimit: 0,
    ...body,
  });
  expect(reply.status).toBe(201);
  return reply.body as { id: string; accountId: string };
}

export async function categoryOf(person: Person, type = 'expense') {
  const reply = await person.post('/v1/categories', { name: `A ${type} ${newId()}`, type, icon: 'star' });
  expect(reply.status).toBe(201);
  return (reply.body as { id: string }).id;
}
