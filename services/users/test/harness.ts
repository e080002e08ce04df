import { createEvent, type EventData, type EventType, type FlorinEvent } from '@florin/contracts';
import { createBus, type Bus } from '@florin/messaging';
import { loadProto, type UsersServiceDefinition } from '@florin/proto';
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
} from '@florin/testing';
import { compose, type Overrides } from '../src/composition.ts';
import { readConfig } from '../src/config.ts';
import { createFakeDirectory } from './support/people.ts';

/** The whole users service on real stores and a real bus, auth faked. */
export async function createHarness(overrides: Pick<Overrides, 'spendPoints' | 'random'> = {}) {
  const { amqpUrl, postgresUrl } = testStores();
  const namespace = testNamespace();
  const logger = createLogger('users-test', process.env['TEST_LOG'] ?? 'silent');
  const clock = createTestClock('2026-11-18T10:00:00.000Z');
  const fake = createFakeDirectory();
  const config = readConfig({
    MONGODB_URL: testMongoUrl(),
    ...(amqpUrl === undefined ? { BUS_POSTGRES_URL: postgresUrl } : { AMQP_URL: amqpUrl }),
    BUS_NAMESPACE: namespace,
    INTERNAL_SECRET: TEST_SECRET,
    HTTP_PORT: '0',
    GRPC_PORT: '0',
  });
  const wire = () => compose(config, { clock: clock.now, logger, directory: fake.directory, ...overrides });
  const composed = wire();
  await composed.service.start();
  const outside = createBus({ amqpUrl, postgresUrl, namespace, service: 'outside', logger });
  const seen: FlorinEvent[] = [];
  outside.subscribe({
    name: 'outside.all',
    types: [
      'users.friend-requested.v1',
      'users.friend-accepted.v1',
      'users.profile-changed.v1',
      'users.points-granted.v1',
      'users.block-changed.v1',
    ],
    handle: (event) => Promise.resolve(void seen.push(event)),
  });
  await outside.start();
  const { http, grpc } = composed.addresses();
  const client = createGrpcClient<UsersServiceDefinition>({
    address: `127.0.0.1:${grpc}`,
    target: 'users',
    definition: loadProto('users'),
    tokens: createServiceTokens(TEST_SECRET, 'gateway'),
  });
  return {
    clock,
    seen,
    client,
    fake,
    /** a second process of the service on the same stores */
    startAnother: async () => {
      const { service } = wire();
      await service.start();
      return service;
    },
    as: (userId: string) => createHttpClient(`http://127.0.0.1:${http}`, identityHeaders({ userId })),
    anonymous: createHttpClient(`http://127.0.0.1:${http}`),
    publish: <T extends EventType>(type: T, aggregateId: string, data: EventData<T>, id = newId()) =>
      publish(outside, type, aggregateId, data, id),
    stop: async () => {
      client.close();
      await composed.service.stop();
      await outside.stop();
      await dropTestNamespace(namespace, ['users.profiles', 'outside.all']);
    },
  };
}

async function publish<T extends EventType>(bus: Bus, type: T, aggregateId: string, data: EventData<T>, id: string) {
  const event = createEvent({ id, type, producer: 'auth', aggregateId, data, occurredAt: new Date() });
  await bus.publish([event]);
}
