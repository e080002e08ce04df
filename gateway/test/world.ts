import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EventData, EventType } from '@florin/contracts';
import { createEvent } from '@florin/contracts';
import { createMemoryBus } from '@florin/messaging/memory';
import { loadProto } from '@florin/proto';
import {
  IDENTITY_HEADER,
  createGrpcServer,
  createIdentitySigner,
  createLogger,
  createMetrics,
  createServiceTokens,
  newId,
} from '@florin/service-kit';
import { TEST_SECRET, createHttpClient, waitFor } from '@florin/testing';
import jwt from 'jsonwebtoken';
import type { Overrides } from '../src/composition.ts';
import { compose } from '../src/composition.ts';
import { readConfig } from '../src/config.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;

/** A real HTTP server in a service's place; `handler` may be changed at any time. */
export interface FakeUpstream {
  url: string;
  handler: Handler;
  seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[];
  server: Server;
  stop(): Promise<void>;
}

const answerEcho: Handler = (request, response, body) => {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ url: request.url, headers: request.headers, body: body.toString() }));
};

export async function fakeUpstream(handler: Handler = answerEcho, port = 0): Promise<FakeUpstream> {
  const server = createServer((request, response) => {
    if (request.url === '/readyz') {
      response.end('{}');
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const { method = '', url = '', headers } = request;
      fake.seen.push({ method, url, headers, body: body.toString() });
      fake.handler(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const fake: FakeUpstream = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    handler,
    seen: [],
    server,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return fake;
}

export function newKey(kid = randomUUID()) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { kid, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'ES256' } };
}
export type SigningKey = ReturnType<typeof newKey>;

export const ISSUER = 'http://localhost:8080';

/** An access token as auth issues it; `claims` and `header` override. */
export function accessToken(key: SigningKey, claims: object = {}, header: object = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const payload = {
    iss: ISSUER,
    aud: 'florin',
    sub: newId(),
    sid: newId(),
    typ: 'access',
    amr: ['pwd'],
    auth_time: now,
    roles: ['user'],
    email_verified: true,
    iat: now,
    exp: now + 600,
    ...claims,
  };
  return jwt.sign(payload, key.privateKey, {
    algorithm: 'ES256',
    header: { alg: 'ES256', typ: 'at+jwt', kid: key.kid, ...header },
  });
}

export function event<T extends EventType>(type: T, data: EventData<T>) {
  return createEvent({ id: newId(), type, producer: 'auth', aggregateId: newId(), data, occurredAt: new Date() });
}

type Call = (request: never) => Promise<unknown>;

/** A gRPC server in a service's place. Methods not given answer by `other`, or fail the test's request as a bug. */
export async function fakeGrpc(
  name: 'auth' | 'users' | 'ledger' | 'finance' | 'notify',
  methods: Record<string, Call>,
  other: Call = () => Promise.reject(new Error('the test did not expect this call')),
) {
  const server = createGrpcServer<object>({
    address: { host: '127.0.0.1', port: 0 },
    definition: loadProto(name),
    methods: new Proxy(methods, { get: (table, key: string) => table[key] ?? other }),
    tokens: createServiceTokens(TEST_SECRET, name),
    logger: createLogger(name, 'silent'),
    metrics: createMetrics(name, { defaults: false }),
  });
  const port = await server.start();
  return { address: `127.0.0.1:${port}`, stop: () => server.stop() };
}

export type World = Awaited<ReturnType<typeof createWorld>>;

/** A gateway over fake services. One fake answers in the place of all five unless told otherwise. */
export async function createWorld(
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
  const all = Object.fromEntries(['AUTH', 'USERS', 'LEDGER', 'FINANCE', 'NOTIFY'].map((name) => [`${name}_URL`, upstream.url])); // prettier-ignore
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
  const gateway = compose(config, { bus, document: DOCUMENT, ...overrides });
  await gateway.service.start();
  const url = `http://127.0.0.1:${gateway.addresses().http}`;
  const http = createHttpClient(url);
  return {
    url,
    port: gateway.addresses().http,
    http,
    upstream,
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

/** The identity a fake upstream was told. */
export function identityOf(headers: IncomingMessage['headers']) {
  const value = headers[IDENTITY_HEADER];
  return typeof value === 'string' ? createIdentitySigner(TEST_SECRET).verify(value) : undefined;
}
