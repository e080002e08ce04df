import {
  TEST_SECRET,
  createHttpClient,
  createTestDatabase,
  identityHeaders,
  startTcpProxy,
  testMongoUrl,
  testNamespace,
  testStores,
  waitFor,
  type TcpProxy,
} from '@florin/testing';
import { createLogger, type Service } from '@florin/service-kit';
import { compose as composeAuth } from '../../services/auth/src/composition.ts';
import { readConfig as readAuth } from '../../services/auth/src/config.ts';
import { compose as composeFinance } from '../../services/finance/src/composition.ts';
import { readConfig as readFinance } from '../../services/finance/src/config.ts';
import { compose as composeNotify } from '../../services/notify/src/composition.ts';
import { readConfig as readNotify } from '../../services/notify/src/config.ts';
import { compose as composeUsers } from '../../services/users/src/composition.ts';
import { readConfig as readUsers } from '../../services/users/src/config.ts';

interface Composed {
  service: Service;
  addresses(): { http: number };
}

const stops: (() => Promise<unknown>)[] = [];
const headers = identityHeaders();
let postgres: TcpProxy;
let mongodb: TcpProxy;
let urls: Record<'auth' | 'finance' | 'notify' | 'users', string>;

async function start(composed: Composed): Promise<string> {
  const { service } = composed;
  await service.start();
  stops.push(() => service.stop());
  return `http://127.0.0.1:${composed.addresses().http}`;
}

beforeAll(async () => {
  const [database, busDatabase] = [await createTestDatabase(), await createTestDatabase()];
  stops.push(() => database.drop().then(() => busDatabase.drop()));
  postgres = await startTcpProxy(database.url);
  mongodb = await startTcpProxy(testMongoUrl());
  stops.push(() => Promise.all([postgres.close(), mongodb.close()]));
  const { amqpUrl } = testStores();
  const environment = {
    ...{ POSTGRES_URL: postgres.url, MONGODB_URL: mongodb.url, INTERNAL_SECRET: TEST_SECRET },
    ...(amqpUrl === undefined ? { BUS_POSTGRES_URL: busDatabase.url } : { AMQP_URL: amqpUrl }),
    ...{ BUS_NAMESPACE: testNamespace(), HTTP_PORT: '0', GRPC_PORT: '0', BCRYPT_COST: '4', DEPLOYMENT: 'development' },
  };
  const logger = createLogger('store-away', 'silent');
  urls = {
    auth: await start(composeAuth(readAuth(environment), { logger })),
    finance: await start(composeFinance(readFinance(environment), { logger })),
    notify: await start(composeNotify(readNotify(environment), { logger })),
    users: await start(composeUsers(readUsers(environment), { logger })),
  };
}, 60_000);

afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
}, 60_000);

const READS = [
  ['auth', '/v1/auth/sessions'],
  ['finance', '/v1/categories'],
  ['notify', '/v1/notifications'],
  ['users', '/v1/friends'],
] as const;
const get = ([name, path]: readonly [keyof typeof urls, string]) => createHttpClient(urls[name], headers).get(path);

describe('while its store refuses connections', () => {
  beforeAll(async () => {
    for (const read of READS) expect([read, (await get(read)).status]).toEqual([read, 200]);
    postgres.refuse();
    mongodb.refuse();
  });
  afterAll(async () => {
    postgres.restore();
    mongodb.restore();
    for (const read of READS) await waitFor(async () => (await get(read)).status === 200);
  });

  test.each(READS)('%s answers 503 with Retry-After, and that nothing was changed by a GET', async (...read) => {
    const reply = await get(read);
    expect(reply.status).toBe(503);
    expect(reply.headers.get('retry-after')).toBe('1');
    expect(reply.body).toMatchObject({ code: 'UNAVAILABLE', meta: { outcome: 'none' } });
  });

  test('a keyed change says that its outcome is unknown and which key to ask again with', async () => {
    const body = { name: 'Rent', type: 'expense', icon: 'home' };
    const reply = await createHttpClient(urls.finance, headers).post('/v1/categories', body, { idempotencyKey: 'k-1' });
    expect(reply.status).toBe(503);
    expect(reply.body).toMatchObject({ meta: { outcome: 'unknown', idempotencyKey: 'k-1' } });
    expect(reply.body.detail).toContain('Idempotency-Key');
  });
});

describe('when the host of MongoDB vanishes without a word', () => {
  afterAll(async () => {
    mongodb.restore();
    await waitFor(async () => (await get(['users', '/v1/friends'])).status === 200);
  });

  test('requests fail with 503 within 5 s, also one that was under way', async () => {
    const began = performance.now();
    mongodb.freeze();
    const replies = await Promise.all([get(['users', '/v1/friends']), get(['notify', '/v1/notifications'])]);
    expect(replies.map(({ status }) => status)).toEqual([503, 503]);
    expect(performance.now() - began).toBeLessThan(6_000);
  });
});
