import { FlorinError } from '@florin/errors';
import { loadProto, type LedgerServiceDefinition } from '@florin/proto';
import { TEST_SECRET } from '@florin/testing';
import { createGrpcClient } from './client.ts';
import { createGrpcServer, type GrpcMethods } from './server.ts';
import { createServiceTokens } from '../identity.ts';
import { createLogger } from '../logger.ts';
import { createMetrics } from '../telemetry/metrics.ts';

const definition = loadProto('ledger');
let calls = 0;
const refuse = () => Promise.reject(new Error('not in this test'));
const methods: GrpcMethods<LedgerServiceDefinition> = {
  ...(Object.fromEntries(
    Object.keys(definition.service).map((name) => [name.charAt(0).toLowerCase() + name.slice(1), refuse]),
  ) as unknown as GrpcMethods<LedgerServiceDefinition>),
  openAccount: ({ ownerId, currency }, { caller }) => Promise.resolve({ account: { id: caller, ownerId, currency } }),
  getAccounts: async ({ ownerId }) => {
    calls += 1;
    if (ownerId === 'slow') await new Promise((resolve) => setTimeout(resolve, 400).unref());
    if (ownerId === 'bug') throw new Error('internals');
    throw new FlorinError('INSUFFICIENT_FUNDS', 'too little', {
      errors: [{ path: 'amount', message: 'm' }],
      meta: { remaining: 3 },
    });
  },
};
const server = createGrpcServer<LedgerServiceDefinition>({
  address: { host: '127.0.0.1', port: 0 },
  definition,
  methods,
  tokens: createServiceTokens(TEST_SECRET, 'ledger'),
  logger: createLogger('test', 'silent'),
  metrics: createMetrics('test', { defaults: false }),
});
let address = '';
const clients: { close(): void }[] = [];

function client(secret = TEST_SECRET, to = address) {
  const made = createGrpcClient<LedgerServiceDefinition>({
    address: to,
    target: 'ledger',
    definition,
    tokens: createServiceTokens(secret, 'finance'),
  });
  clients.push(made);
  return made;
}

beforeAll(async () => {
  address = `127.0.0.1:${await server.start()}`;
});
afterAll(async () => {
  for (const each of clients) each.close();
  await server.stop();
});

test('a known caller is answered and named', async () => {
  const { account } = await client().openAccount({ ownerId: 'o', currency: 'USD' });
  expect(account).toMatchObject({ id: 'finance', ownerId: 'o', posted: '' });
});

test('a caller with another secret is refused', async () => {
  await expect(client('another-secret-of-at-least-32-characters').openAccount({})).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
});

test('a domain error arrives whole, and is not repeated', async () => {
  calls = 0;
  await expect(client().getAccounts({})).rejects.toMatchObject({
    name: 'FlorinError',
    code: 'INSUFFICIENT_FUNDS',
    errors: [{ path: 'amount', message: 'm' }],
    meta: { remaining: 3 },
  });
  expect(calls).toBe(1);
});

test('a bug arrives as INTERNAL without internals', async () => {
  const error = await client()
    .getAccounts({ ownerId: 'bug' })
    .then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
  expect(error).toMatchObject({ code: 'INTERNAL', message: 'internal error' });
});

test('a call ends at its deadline', async () => {
  await expect(client().getAccounts({ ownerId: 'slow' }, { timeoutMs: 50 })).rejects.toMatchObject({
    code: 'DEADLINE_EXCEEDED',
  });
});

test('an upstream that is away answers UNAVAILABLE, and the breaker then refuses at once', async () => {
  const away = client(TEST_SECRET, '127.0.0.1:1');
  for (let i = 0; i < 20; i += 1) {
    await expect(away.openAccount({}, { timeoutMs: 300 })).rejects.toMatchObject({ name: 'FlorinError' });
  }
  expect(away.breaker.state()).toBe('open');
  await expect(away.openAccount({})).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 1 });
});
