/**
 * One process of the gateway benchmark: `upstream`, `plain` (node http + http-proxy-middleware) or `florin`, with what it
 * needs as JSON in the second argument. Tells its address, and when asked its use of the processor, by IPC.
 */
import { Agent, createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compose } from '@florin/gateway';
import { readConfig } from '@florin/gateway/config';
import { createMemoryBus } from '@florin/messaging/memory';
import { IDENTITY_HEADER, createIdentitySigner } from '@florin/service-kit';
import { TEST_SECRET } from '@florin/testing';
import { createProxyMiddleware } from 'http-proxy-middleware';
import { fakeGrpc } from '../../gateway/test/support/grpc.ts';
import { accessToken, newKey } from '../../gateway/test/support/tokens.ts';

export interface TargetOptions {
  upstream: Started;
  redisUrl?: string;
}

export interface Started {
  port: number;
  /** of the upstream: its gRPC addresses by service, and a token that the gateway takes */
  grpc?: Record<string, string>;
  token?: string;
}

const SMALL = Buffer.from(JSON.stringify({ data: 'x'.repeat(1_000) }));
const LARGE = Buffer.alloc(1024 * 1024, 'x');
const NO_LIMIT = '100000000';

function tell(started: Started): void {
  process.send?.(started);
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(portOf(server));
    });
  });

/** Stands in for all five services: checks the signed identity of each request as they do, and says 401 to a false one. */
async function startUpstream(): Promise<void> {
  const key = newKey();
  const identities = createIdentitySigner(TEST_SECRET);
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const identity = request.headers[IDENTITY_HEADER];
    if (typeof identity === 'string') identities.verify(identity);
    const body = request.url === '/v1/transfers/large' ? LARGE : SMALL;
    const type = body === LARGE ? 'application/octet-stream' : 'application/json';
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length }).end(body);
  };
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    if (request.url === '/.well-known/jwks.json') response.end(JSON.stringify({ keys: [key.jwk] }));
    else if (request.method === 'GET') answer(request, response);
    else {
      request.on('end', () => {
        answer(request, response);
      });
      request.resume();
    }
  });
  const listRevocations = () => Promise.resolve({ revocations: [], nextCursor: '' });
  const queryWallets = () => Promise.resolve({ wallets: [], total: 0 });
  const grpc: Record<string, string> = {};
  for (const name of ['auth', 'users', 'ledger', 'finance', 'notify'] as const) {
    const methods = {
      ...(name === 'auth' ? { listRevocations } : {}),
      ...(name === 'finance' ? { queryWallets } : {}),
    };
    grpc[`${name.toUpperCase()}_GRPC`] = (await fakeGrpc(name, methods)).address;
  }
  tell({ port: await listen(server), grpc, token: accessToken(key, { exp: Math.floor(Date.now() / 1000) + 3_600 }) });
}

async function startPlain({ upstream }: TargetOptions): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const proxy = createProxyMiddleware({ target: `http://127.0.0.1:${upstream.port}`, agent });
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => void proxy(request, response));
  tell({ port: await listen(server) });
}

async function startFlorin({ upstream, redisUrl }: TargetOptions): Promise<void> {
  const urls = ['AUTH', 'USERS', 'LEDGER', 'FINANCE', 'NOTIFY'].map((name) => [
    `${name}_URL`,
    `http://127.0.0.1:${upstream.port}`,
  ]);
  const config = readConfig({
    ...{ PORT: '0', AMQP_URL: 'amqp://127.0.0.1', LOG_LEVEL: 'warn', INTERNAL_SECRET: TEST_SECRET },
    ...Object.fromEntries(urls),
    ...upstream.grpc,
    ...{ RATE_LIMIT_ADDRESS_PER_MINUTE: NO_LIMIT, RATE_LIMIT_USER_PER_MINUTE: NO_LIMIT },
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
  });
  const { service, addresses } = compose(config, { bus: createMemoryBus({ keep: false }) });
  await service.start();
  tell({ port: addresses().http });
}

process.on('SIGINT', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
process.on('message', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.send?.({ cpuMicros: userCPUTime + systemCPUTime, maxRssMiB: maxRSS / 1024 });
});

const [role = '', given = '{}'] = process.argv.slice(2);
const options = JSON.parse(given) as TargetOptions;
if (role === 'upstream') await startUpstream();
else if (role === 'plain') await startPlain(options);
else await startFlorin(options);
