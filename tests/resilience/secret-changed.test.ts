import {
  TEST_SECRET,
  createTestDatabase,
  testMongoUrl,
  testNamespace,
  testStores,
  type TestDatabase,
} from '@florin/testing';
import { createLogger, type Service } from '@florin/service-kit';
import { compose as composeAuth } from '../../services/auth/src/composition.ts';
import { readConfig as readAuth } from '../../services/auth/src/config.ts';
import { compose as composeFinance } from '../../services/finance/src/composition.ts';
import { readConfig as readFinance } from '../../services/finance/src/config.ts';
import { compose as composeLedger } from '../../services/ledger/src/composition.ts';
import { readConfig as readLedger } from '../../services/ledger/src/config.ts';
import { compose as composeNotify } from '../../services/notify/src/composition.ts';
import { readConfig as readNotify } from '../../services/notify/src/config.ts';
import { compose as composeUsers } from '../../services/users/src/composition.ts';
import { readConfig as readUsers } from '../../services/users/src/config.ts';

type Environment = Record<string, string>;
const logger = createLogger('secret-changed', 'silent');
const SERVICES: [name: string, store: RegExp, compose: (environment: Environment) => { service: Service }][] = [
  ['auth', /PostgreSQL schema auth/, (environment) => composeAuth(readAuth(environment), { logger })],
  ['finance', /PostgreSQL schema finance/, (environment) => composeFinance(readFinance(environment), { logger })],
  ['ledger', /PostgreSQL schema ledger/, (environment) => composeLedger(readLedger(environment), { logger })],
  ['notify', /MongoDB database florin_test/, (environment) => composeNotify(readNotify(environment), { logger })],
  ['users', /MongoDB database florin_test/, (environment) => composeUsers(readUsers(environment), { logger })],
];

let database: TestDatabase;
let environment: Environment;

beforeAll(async () => {
  database = await createTestDatabase();
  const { amqpUrl } = testStores();
  environment = {
    ...{ POSTGRES_URL: database.url, MONGODB_URL: testMongoUrl(), BUS_NAMESPACE: testNamespace() },
    ...(amqpUrl === undefined ? { BUS_POSTGRES_URL: database.url } : { AMQP_URL: amqpUrl }),
    ...{ HTTP_PORT: '0', GRPC_PORT: '0', BCRYPT_COST: '4' },
  };
});
afterAll(() => database.drop());

test.each(SERVICES)(
  '%s starts again with its secret, and refuses to with another one',
  async (_name, store, compose) => {
    for (let starts = 0; starts < 2; starts += 1) {
      const { service } = compose({ ...environment, INTERNAL_SECRET: TEST_SECRET });
      await service.start();
      await service.stop();
    }
    const other = compose({ ...environment, INTERNAL_SECRET: 'another-secret-for-tests-of-at-least-32-characters' });
    const refusal: unknown = await other.service.start().catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'ConfigError', message: expect.stringMatching(store) });
    expect(refusal).toMatchObject({
      message: expect.stringMatching(/another INTERNAL_SECRET\.\nStart with that secret/),
    });
  },
);
