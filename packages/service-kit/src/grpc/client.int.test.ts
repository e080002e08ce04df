import { EventEmitter } from 'node:events';
import { FlorinError } from '@florin/errors';
import { loadProto, type LedgerServiceDefinition } from '@florin/proto';
import { TEST_SECRET, startTcpProxy, waitFor, type TcpProxy } from '@florin/testing';
import { runInContext } from '../context.ts';
import { createServiceTokens } from '../identity.ts';
import { createLogger } from '../logger.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { createGrpcClient, type GrpcClient } from './client.ts';
import { createConnection } from './connection.ts';
import { createGrpcServer, type GrpcMethods, type GrpcServer } from './server.ts';
import { callUnary, frameOf } from './unary-call.ts';

type Ledger = LedgerServiceDefinition;

const definition = loadProto('ledger');
const seen: string[] = [];
let answer: () => Promise<unknown> = () => Promise.resolve({});

function serverOn(port: number): GrpcServer {
  const methods = new Proxy({} as GrpcMethods<Ledger>, {
    get: (_table, name: string) => () => {
      seen.push(name);
      return answer();
    },
  });
  return createGrpcServer<Ledger>({
    address: { host: '127.0.0.1', port },
    definition,
    methods,
    tokens: createServiceTokens(TEST_SECRET, 'ledger'),
    logger: createLogger('test', 'silent'),
    metrics: createMetrics('test', { defaults: false }),
  });
}

let server: GrpcServer;
let port: number;
let proxy: TcpProxy;
let client: GrpcClient<Ledger>;

beforeEach(async () => {
  seen.length = 0;
  answer = () => Promise.resolve({ accounts: [] });
  server = serverOn(0);
  port = await server.start();
  proxy = await startTcpProxy(`http://127.0.0.1:${port}`);
  const tokens = createServiceTokens(TEST_SECRET, 'finance');
  client = createGrpcClient<Ledger>({ address: new URL(proxy.url).host, target: 'ledger', definition, tokens });
});
afterEach(async () => {
  client.close();
  await proxy.close();
  await server.stop();
});

const READ = {
  headers: {
    ':method': 'POST',
    ':path': '/florin.ledger.v1.LedgerService/GetAccounts',
    'content-type': 'application/grpc',
    te: 'trailers',
    authorization: `Bearer ${createServiceTokens(TEST_SECRET, 'finance').current()}`,
  },
  frame: frameOf(Buffer.alloc(0)),
};

/** An answer that the test gives when it wants. */
function held() {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  answer = () => promise;
  return resolve;
}

test('a read whose connection breaks is asked again on a new one', async () => {
  held();
  const reply = client.getAccounts({});
  await waitFor(() => seen.length === 1);
  answer = () => Promise.resolve({ accounts: [{ id: 'second' }] });
  proxy.cut();
  expect((await reply).accounts).toMatchObject([{ id: 'second' }]);
  expect(seen).toEqual(['getAccounts', 'getAccounts']);
});

test('a server that stops answers what is under way, and another one in its place gets the next call', async () => {
  const end = held();
  const reply = client.getAccounts({});
  await waitFor(() => seen.length === 1);
  const stopped = server.stop();
  end({ accounts: [{ id: 'last' }] });
  expect((await reply).accounts).toMatchObject([{ id: 'last' }]);
  await stopped;
  server = serverOn(port);
  await server.start();
  answer = () => Promise.resolve({ accounts: [{ id: 'other' }] });
  expect((await client.getAccounts({})).accounts).toMatchObject([{ id: 'other' }]);
  expect(seen).toHaveLength(2);
});

test('of many calls that fail at once only some are asked again', async () => {
  answer = () => Promise.reject(new FlorinError('UNAVAILABLE', 'busy'));
  const failed = await Promise.allSettled(Array.from({ length: 200 }, () => client.getAccounts({})));
  expect(failed.every(({ status }) => status === 'rejected')).toBe(true);
  expect(seen.length).toBeGreaterThan(200);
  expect(seen.length).toBeLessThan(300);
});

test("a call made for a request ends at the request's deadline", async () => {
  held();
  const context = { requestId: 'request-1', traceparent: '', deadline: Date.now() + 80 };
  const started = Date.now();
  await expect(runInContext(context, () => client.getAccounts({}))).rejects.toMatchObject({
    code: 'DEADLINE_EXCEEDED',
  });
  expect(Date.now() - started).toBeLessThan(1_500);
});

test('past the deadline of its request a call is not sent', async () => {
  const context = { requestId: 'request-1', traceparent: '', deadline: Date.now() - 1 };
  await expect(runInContext(context, () => client.getAccounts({}))).rejects.toMatchObject({
    code: 'DEADLINE_EXCEEDED',
  });
  expect(seen).toEqual([]);
});

test('an answer beyond the limit is refused, and the connection serves on', async () => {
  answer = () => Promise.resolve({ accounts: [{ id: 'x'.repeat(5 * 1024 * 1024) }] });
  await expect(client.getAccounts({})).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  answer = () => Promise.resolve({ accounts: [{ id: 'y'.repeat(3 * 1024 * 1024) }] });
  expect((await client.getAccounts({})).accounts[0]?.id).toHaveLength(3 * 1024 * 1024);
});

test('a call ends with the call that it is made for', async () => {
  const parent = Object.assign(new EventEmitter(), { cancelled: false });
  held();
  const connection = createConnection({ address: new URL(proxy.url).host });
  const reply = callUnary(connection, { ...READ, timeoutMs: 5_000, parent });
  await waitFor(() => seen.length === 1);
  parent.emit('cancelled');
  await expect(reply).rejects.toMatchObject({ status: 1 });
  const late = callUnary(connection, { ...READ, timeoutMs: 5_000, parent: Object.assign(parent, { cancelled: true }) });
  await expect(late).rejects.toMatchObject({ status: 1, isUnsent: true });
  expect(seen).toHaveLength(1);
  connection.close();
});

test('a connection whose other side has vanished is given up, and the next call takes another', async () => {
  const connection = createConnection({ address: new URL(proxy.url).host, keepaliveMs: 50, aliveMs: 100 });
  const call = () => callUnary(connection, { ...READ, timeoutMs: 5_000 });
  await call();
  proxy.strand();
  // UNAVAILABLE long before its deadline
  await expect(call()).rejects.toMatchObject({ status: 14 });
  await call();
  connection.close();
});
