import type { EventData, EventType, FlorinEvent } from '@florin/contracts';
import { createEvent } from '@florin/contracts';
import { createBus } from '@florin/messaging';
import type { NotifyServiceDefinition } from '@florin/proto';
import { loadProto } from '@florin/proto';
import { createGrpcClient, createLogger, createServiceTokens, newId } from '@florin/service-kit';
import {
  TEST_SECRET,
  createHttpClient,
  createTestClock,
  dropTestNamespace,
  identityHeaders,
  testMongoUrl,
  testNamespace,
  testStores,
  waitFor,
} from '@florin/testing';
import type { Overrides } from '../src/composition.ts';
import { compose } from '../src/composition.ts';
import { readConfig } from '../src/config.ts';
import type { KnownUser } from './support/builders.ts';
import { aCode } from './support/builders.ts';

/** The whole notify service on real stores and a real bus, auth faked; development unless `env` says otherwise. */
export async function createHarness(env: Record<string, string> = {}, overrides: Pick<Overrides, 'transports'> = {}) {
  const { amqpUrl, postgresUrl } = testStores();
  const namespace = testNamespace();
  const written: string[] = [];
  const logger = createLogger('notify-test', 'trace', { write: (line: string) => void written.push(line) });
  const clock = createTestClock('2026-11-18T10:00:00.000Z');
  const users = new Map<string, KnownUser>();
  const strangers = new Set<string>();
  const config = readConfig({
    MONGODB_URL: testMongoUrl(),
    ...(amqpUrl === undefined ? { BUS_POSTGRES_URL: postgresUrl } : { AMQP_URL: amqpUrl }),
    BUS_NAMESPACE: namespace,
    INTERNAL_SECRET: TEST_SECRET,
    HTTP_PORT: '0',
    GRPC_PORT: '0',
    DEPLOYMENT: 'development',
    PUBLIC_URL: 'https://florin.example',
    ...env,
  });
  const composed = compose(config, {
    ...overrides,
    clock: clock.now,
    logger,
    isFriend: (_userId, otherId) => Promise.resolve(!strangers.has(otherId)),
    lookUpUsers: (ids) => Promise.resolve(ids.flatMap((id) => users.get(id) ?? [])),
  });
  await composed.service.start();
  const outside = createBus({ amqpUrl, postgresUrl, namespace, service: 'outside', logger });
  const failures: FlorinEvent[] = [];
  outside.subscribe({
    name: 'outside.failures',
    types: ['notify.delivery-failed.v1'],
    handle: (event) => Promise.resolve(void failures.push(event)),
  });
  const added: FlorinEvent<'notify.notification-added.v1'>[] = [];
  outside.subscribe({
    name: 'outside.added',
    types: ['notify.notification-added.v1'],
    handle: (event) => Promise.resolve(void added.push(event as FlorinEvent<'notify.notification-added.v1'>)),
  });
  await outside.start();
  const { http, grpc } = composed.addresses();
  const client = createGrpcClient<NotifyServiceDefinition>({
    address: `127.0.0.1:${grpc}`,
    target: 'notify',
    definition: loadProto('notify'),
    tokens: createServiceTokens(TEST_SECRET, 'gateway'),
  });
  const http$ = createHttpClient(`http://127.0.0.1:${http}`);
  const mailbox = async (to: string) =>
    (await http$.get(`/dev/mailbox?to=${encodeURIComponent(to)}`, { headers: { accept: 'application/json' } })).body
      .data as Record<string, string>[];
  // one aggregate, so that a test's events are handled in its order
  const publish = async <T extends EventType>(type: T, data: EventData<T>, id = newId()) => {
    const event = { id, type, producer: 'test', aggregateId: 'one', data, occurredAt: clock.now() };
    await outside.publish([createEvent(event)]);
  };
  return {
    clock,
    users,
    /** everybody else is a friend */
    strangers,
    client,
    failures,
    added,
    log: () => written.join(''),
    url: `http://127.0.0.1:${http}`,
    http: http$,
    as: (userId: string) => createHttpClient(`http://127.0.0.1:${http}`, identityHeaders({ userId })),
    mailbox,
    /** the messages to an address, once there are at least `count` */
    mails: (to: string, count = 1) =>
      waitFor(async () => {
        const found = await mailbox(to);
        return found.length >= count ? found : undefined;
      }),
    publish,
    publishCode: (over: Partial<EventData<'auth.code-issued.v1'>> & { code: string }, id?: string) => {
      const { code, ...rest } = over;
      return publish('auth.code-issued.v1', { ...aCode(clock.now(), code), ...rest }, id);
    },
    stop: async () => {
      client.close();
      await composed.service.stop();
      await outside.stop();
      await dropTestNamespace(namespace, ['notify.codes', 'notify.inbox', 'outside.failures', 'outside.added']);
    },
  };
}
