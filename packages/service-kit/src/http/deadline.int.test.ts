import { TEST_SECRET, createHttpClient } from '@florin/testing';
import { currentContext } from '../context.ts';
import { createIdentitySigner } from '../identity.ts';
import { createLogger } from '../logger.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { createHttpApp } from './app.ts';
import { route } from './route.ts';
import { createHttpServer } from './server.ts';

const left = route({
  method: 'get',
  path: '/v1/left',
  summary: 'Milliseconds left',
  tag: 'time',
  access: 'public',
  reply: { status: 200 },
  handler: () => {
    const { deadline } = currentContext() ?? {};
    return Promise.resolve({ body: { ms: deadline === undefined ? null : deadline - Date.now() } });
  },
});
const app = createHttpApp({
  logger: createLogger('test', 'silent'),
  metrics: createMetrics('test', { defaults: false }),
  identities: createIdentitySigner(TEST_SECRET),
  routes: [left],
  ready: () => Promise.resolve(),
});
const server = createHttpServer(app, { host: '127.0.0.1', port: 0 });
let http: ReturnType<typeof createHttpClient>;
beforeAll(async () => {
  http = createHttpClient(`http://127.0.0.1:${await server.start()}`, {}, { documented: false });
});
afterAll(() => server.stop());

const ask = async (waits?: string) => {
  const headers: Record<string, string> = waits === undefined ? {} : { 'x-florin-timeout-ms': waits };
  return ((await http.get('/v1/left', { headers })).body as { ms: number | null }).ms;
};

test('the work for a request knows when its caller stops waiting', async () => {
  const ms = await ask('9000');
  expect(ms).toBeGreaterThan(5_000);
  expect(ms).toBeLessThanOrEqual(9_000);
});

test.each([[undefined], ['soon'], ['-5'], ['123456789']])(
  'a caller that says %s waits for as long as it takes',
  async (waits) => {
    expect(await ask(waits)).toBeNull();
  },
);
