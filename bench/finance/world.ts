import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import pg from 'pg';
import { loadProto, type UsersServiceDefinition } from '@florin/proto';
import {
  createGrpcServer,
  createLogger,
  createMetrics,
  createServiceClient,
  createServiceTokens,
  newId,
  type GrpcMethods,
} from '@florin/service-kit';
import { freePorts, identityHeaders, TEST_SECRET } from '@florin/testing';

const ROOT = new URL('../..', import.meta.url).pathname;
const NO_LIMIT = '10000';

export type World = Awaited<ReturnType<typeof createWorld>>;

/** Finance and the ledger as processes of their own over one database of their own; users is served from here. */
export async function createWorld() {
  const server = process.env['POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  const name = `florin_bench_${randomBytes(5).toString('hex')}`;
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const [http, grpc, ledgerHttp, ledgerGrpc, usersGrpc] = (await freePorts(5)).map(String) as [string, ...string[]];
  const users = await startUsers(Number(usersGrpc));
  const common = {
    ...process.env,
    POSTGRES_URL: url,
    BUS_POSTGRES_URL: url,
    BUS_NAMESPACE: `b${randomBytes(4).toString('hex')}`,
    INTERNAL_SECRET: TEST_SECRET,
    LOG_LEVEL: 'warn',
    USERS_GRPC: `127.0.0.1:${usersGrpc}`,
    LEDGER_GRPC: `127.0.0.1:${ledgerGrpc}`,
    SEARCHES_PER_MINUTE: NO_LIMIT,
    SEARCHES_AT_ONCE: '50',
  };
  const start = (service: string, httpPort: string, grpcPort: string) =>
    spawn(process.execPath, [`services/${service}/src/main.ts`], {
      cwd: ROOT,
      env: { ...common, HTTP_PORT: httpPort, GRPC_PORT: grpcPort },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  const ledger = start('ledger', ledgerHttp ?? '', ledgerGrpc ?? '');
  await answers(`http://127.0.0.1:${ledgerHttp}/readyz`);
  const finance = start('finance', http, grpc ?? '');
  await answers(`http://127.0.0.1:${http}/readyz`);
  const tokens = createServiceTokens(TEST_SECRET, 'gateway');
  const client = createServiceClient('finance', { address: `127.0.0.1:${grpc}`, tokens, timeoutMs: 60_000 });
  const sql = new pg.Pool({ connectionString: url, options: '-c search_path=finance,public', max: 4 });
  sql.on('error', () => undefined);
  const agent = new Agent({ keepAlive: true });
  return {
    url,
    sql,
    grpc: client,
    /** of finance and the ledger */
    pids: [finance, ledger].map(({ pid }) => pid ?? 0),
    ledgerAddress: `127.0.0.1:${ledgerGrpc}`,
    as: (userId: string) => callerOf(agent, Number(http), userId),
    stop: async () => {
      agent.destroy();
      client.close();
      await Promise.all([finance, ledger].map(ended));
      await users.stop();
      await sql.end();
      const admin = new pg.Client({ connectionString: server });
      await admin.connect();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

/** Requests as the gateway makes them, signed with the person's identity. Throws for what is not answered well. */
function callerOf(agent: Agent, port: number, userId: string) {
  const call = (method: string, path: string, body?: object | string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
      const type = typeof body === 'string' ? 'application/octet-stream' : 'application/json';
      const headers = {
        ...identityHeaders({ userId }),
        ...(text === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(text) }),
        ...(method === 'POST' ? { 'idempotency-key': newId() } : {}),
      };
      const asked = request({ agent, port, host: '127.0.0.1', method, path, headers }, (reply) => {
        const pieces: Buffer[] = [];
        reply.on('data', (piece: Buffer) => pieces.push(piece));
        reply.on('end', () => {
          const answer = Buffer.concat(pieces).toString();
          if ((reply.statusCode ?? 0) < 300) resolve(JSON.parse(answer));
          else reject(new Error(`${method} ${path}: ${reply.statusCode} ${answer}`));
        });
      });
      asked.on('error', reject);
      asked.end(text);
    });
  return {
    get: (path: string) => call('GET', path),
    post: (path: string, body: object) => call('POST', path, body),
    upload: (path: string, content: string) => call('POST', path, content),
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}

async function answers(url: string): Promise<void> {
  const isUp = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const until = Date.now() + 30_000; Date.now() < until;) {
    if (await isUp()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer in 30 s`);
}

async function startUsers(port: number) {
  const preferences = {
    ownPeriodStarts: [],
    timeZone: 'UTC',
    firstDayOfWeek: 1,
    firstDayOfTheMonth: 1,
    firstMonthOfTheYear: 1,
  };
  const known = { getPreferences: () => Promise.resolve({ preferences }) };
  const methods = new Proxy(known, {
    get: (target, name) => Reflect.get(target, name) ?? (() => Promise.reject(new Error('not in this bench'))),
  });
  const grpc = createGrpcServer<UsersServiceDefinition>({
    address: { host: '127.0.0.1', port },
    definition: loadProto('users'),
    methods: methods as unknown as GrpcMethods<UsersServiceDefinition>,
    tokens: createServiceTokens(TEST_SECRET, 'users'),
    logger: createLogger('users', 'silent'),
    metrics: createMetrics('users', { defaults: false }),
  });
  await grpc.start();
  return grpc;
}
