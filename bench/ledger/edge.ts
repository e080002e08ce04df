import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import jwt from 'jsonwebtoken';
import { loadProto, type AuthServiceDefinition } from '@florin/proto';
import {
  createGrpcServer,
  createLogger,
  createMetrics,
  createServiceTokens,
  type GrpcMethods,
} from '@florin/service-kit';
import { freePorts } from '@florin/testing';
import { createBulkClients, type Bulk } from './grpc.ts';

const SECRET = 'a-secret-for-benches-of-at-least-32-characters';
export const BULK = 100;
const ROOT = new URL('../..', import.meta.url).pathname;

export interface Edge {
  url: string;
  ledger: ChildProcess;
  /** a client of its own that posts 100 transfers at a time over gRPC */
  openBulk(): Bulk;
  /** an access token of the user */
  token(userId: string): string;
  stop(): Promise<void>;
}

/** The ledger and the gateway as processes of their own, as deployed; auth's keys and revocations are served from here. */
export async function startEdge(postgresUrl: string): Promise<Edge> {
  const [ledgerHttp, ledgerGrpc, gateway, authHttp, authGrpc] = (await freePorts(5)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const url = `http://127.0.0.1:${gateway}`;
  const auth = await startAuth(url, authHttp, authGrpc);
  const environment = {
    ...process.env,
    POSTGRES_URL: postgresUrl,
    BUS_POSTGRES_URL: postgresUrl,
    AMQP_URL: process.env['AMQP_URL'] ?? '',
    BUS_NAMESPACE: `b${randomUUID().slice(0, 8).replace(/-/g, '')}`,
    INTERNAL_SECRET: SECRET,
    LOG_LEVEL: 'warn',
    HTTP_PORT: String(ledgerHttp),
    GRPC_PORT: String(ledgerGrpc),
    PORT: String(gateway),
    PUBLIC_URL: url,
    AUTH_URL: `http://127.0.0.1:${authHttp}`,
    AUTH_GRPC: `127.0.0.1:${authGrpc}`,
    LEDGER_URL: `http://127.0.0.1:${ledgerHttp}`,
    LEDGER_GRPC: `127.0.0.1:${ledgerGrpc}`,
    RATE_LIMIT_ADDRESS_PER_MINUTE: '100000000',
    RATE_LIMIT_USER_PER_MINUTE: '100000000',
  };
  const start = (...parameters: string[]) =>
    spawn(process.execPath, parameters, { cwd: ROOT, env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  // the heap limits of its own start script
  const ledger = start('--max-semi-space-size=16', '--max-old-space-size=192', 'services/ledger/src/main.ts');
  await answers(`http://127.0.0.1:${ledgerHttp}/readyz`);
  const edge = start('gateway/src/main.ts');
  await answers(`${url}/healthz`);
  const bulk = createBulkClients(`127.0.0.1:${ledgerGrpc}`, createServiceTokens(SECRET, 'bench'), BULK);
  return {
    url,
    ledger,
    openBulk: bulk.open,
    token: auth.token,
    stop: async () => {
      bulk.close();
      await Promise.all([edge, ledger].map(ended));
      await auth.stop();
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}

async function answers(url: string): Promise<void> {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    if (
      await fetch(url).then(
        (reply) => reply.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer in 30 s`);
}

async function startAuth(issuer: string, httpPort: number, grpcPort: number) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwks = JSON.stringify({
    keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'bench', use: 'sig', alg: 'ES256' }],
  });
  const http = createServer((_request, response) => response.setHeader('content-type', 'application/json').end(jwks));
  await new Promise<void>((resolve) => http.listen(httpPort, '127.0.0.1', resolve));
  const none = { listRevocations: () => Promise.resolve({ revocations: [] }) };
  const methods = new Proxy(none, {
    get: (target, name) => Reflect.get(target, name) ?? (() => Promise.reject(new Error('not in this bench'))),
  });
  const grpc = createGrpcServer<AuthServiceDefinition>({
    address: { host: '127.0.0.1', port: grpcPort },
    definition: loadProto('auth'),
    methods: methods as unknown as GrpcMethods<AuthServiceDefinition>,
    tokens: createServiceTokens(SECRET, 'auth'),
    logger: createLogger('auth', 'silent'),
    metrics: createMetrics('auth', { defaults: false }),
  });
  await grpc.start();
  const token = (userId: string) => {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      sid: randomUUID(),
      typ: 'access',
      amr: ['pwd'],
      auth_time: now,
      roles: ['user'],
      email_verified: true,
      iat: now,
      exp: now + 7_200,
    };
    return jwt.sign(claims, privateKey, {
      algorithm: 'ES256',
      audience: 'florin',
      issuer,
      subject: userId,
      keyid: 'bench',
      header: { alg: 'ES256', typ: 'at+jwt' },
    });
  };
  return {
    token,
    stop: async () => {
      http.closeAllConnections();
      http.close();
      await grpc.stop();
    },
  };
}
