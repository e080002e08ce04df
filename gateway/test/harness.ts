import { createMemoryBus } from '@florin/messaging/memory';
import { TEST_SECRET, createHttpClient, waitFor } from '@florin/testing';
import { compose, type Overrides } from '../src/composition.ts';
import { readConfig } from '../src/config.ts';
import { fakeGrpc, type Call } from './support/grpc.ts';
import { way } from './support/way.ts';
import { accessToken, newKey } from './support/tokens.ts';
import { answerEcho, fakeUpstream } from './support/upstream.ts';

export type Harness = Awaited<ReturnType<typeof createHarness>>;

/** A gateway over fake services. One fake answers in the place of all five unless told otherwise. */
export async function createHarness(
  environment: Record<string, string> = {},
  overrides: Overrides = {},
  grpc: Partial<Record<Parameters<typeof fakeGrpc>[0] | 'other', unknown>> = {},
) {
  const key = newKey();
  const keys = { list: [key], reads: 0 };
  const upstream = await fakeUpstream((request, response, body) => {
    if (request.url === '/.well-known/jwks.json') {
      keys.reads += 1;
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ keys: keys.list.map(({ jwk }) => jwk) }));
    } else answerEcho(request, response, body);
  });
  const revoked: { pages: object[][]; fail: boolean } = { pages: [[]], fail: false };
  const listRevocations = ({ cursor }: { cursor: string }) => {
    if (revoked.fail) return Promise.reject(new Error('down'));
    const page = Number(cursor || '0');
    const nextCursor = page + 1 < revoked.pages.length ? String(page + 1) : '';
    return Promise.resolve({ revocations: revoked.pages[page], nextCursor });
  };
  const { other, ...given } = grpc as { other?: Call } & Record<string, Record<string, Call>>;
  const fakes = await Promise.all(
    (['auth', 'users', 'ledger', 'finance', 'notify'] as const).map(async (name) => {
      const methods = { ...(name === 'auth' ? { listRevocations } : {}), ...given[name] };
      return { name, ...(await fakeGrpc(name, methods, other)) };
    }),
  );
  const addresses = Object.fromEntries(fakes.map(({ name, address }) => [`${name.toUpperCase()}_GRPC`, address]));
  const bus = createMemoryBus();
  const all = Object.fromEntries(
    ['AUTH', 'USERS', 'LEDGER', 'FINANCE', 'NOTIFY'].map((name) => [`${name}_URL`, upstream.url]),
  );
  const config = readConfig({
    PORT: '0',
    INTERNAL_SECRET: TEST_SECRET,
    LOG_LEVEL: 'silent',
    AMQP_URL: 'amqp://127.0.0.1:1',
    ...addresses,
    RATE_LIMIT_ADDRESS_PER_MINUTE: '100000',
    ...all,
    ...environment,
  });
  const gateway = compose(config, { bus, document: DOCUMENT, fastPath: way.fastPath, ...overrides });
  await gateway.service.start();
  const url = `http://127.0.0.1:${gateway.addresses().http}`;
  const http = createHttpClient(url, {}, { documented: false });
  return {
    url,
    port: gateway.addresses().http,
    http,
    upstream,
    /** addresses of the fake services, by the variables that name them */
    grpc: addresses as Record<string, string>,
    key,
    keys,
    bus,
    revoked,
    token: (claims?: object, header?: object) => accessToken(key, claims, header),
    ready: () => waitFor(async () => (await http.get('/readyz')).status === 200, { what: 'the gateway to be ready' }),
    stop: async () => {
      await gateway.service.stop();
      await Promise.all([upstream.stop(), ...fakes.map((fake) => fake.stop())]);
    },
  };
}

const operation = (open: boolean) => ({ tags: ['test'], ...(open ? {} : { security: [{ bearer: [] }] }) });

const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Florin', version: '1' },
  paths: {
    '/v1/auth/login': { post: operation(true) },
    '/v1/transfers': { get: operation(false), post: operation(false) },
    '/v1/transfers/{id}': { get: operation(false) },
  },
};
