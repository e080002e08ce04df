import { z } from 'zod';
import { loadProto, type NotifyServiceDefinition } from '@florin/proto';
import { TEST_SECRET, createHttpClient } from '@florin/testing';
import { createGrpcClient } from '../grpc/client.ts';
import type { GrpcMethods } from '../grpc/server.ts';
import { route } from '../http/route.ts';
import { createServiceTokens } from '../identity.ts';
import { createLogger } from '../logger.ts';
import { createProcess } from './create-process.ts';
import type { Step } from './lifecycle.ts';
import { inertUseCases } from './use-cases.ts';

const config = {
  HTTP_HOST: '127.0.0.1',
  HTTP_PORT: 0,
  GRPC_HOST: '127.0.0.1',
  GRPC_PORT: 0,
  INTERNAL_SECRET: TEST_SECRET,
  LAME_DUCK_MS: 0,
};
const methods = Object.fromEntries(
  Object.keys(loadProto('notify').service).map((name) => [
    name.charAt(0).toLowerCase() + name.slice(1),
    () => Promise.resolve({}),
  ]),
) as unknown as GrpcMethods<NotifyServiceDefinition>;
const hello = route({
  method: 'get',
  path: '/v1/hello',
  summary: 'Says hello',
  tag: 'test',
  access: 'public',
  reply: { status: 200, schema: z.object({ hello: z.string(), ip: z.string() }) },
  handler: ({ request }) => Promise.resolve({ body: { hello: 'world', ip: request.ip } }),
});

interface Parts {
  steps?: Step[];
  ready?: Record<string, () => unknown>;
  trustedProxies?: string[];
}

function create({ steps = [], ready = {}, ...more }: Parts = {}) {
  const logger = createLogger('notify', 'silent');
  return createProcess<NotifyServiceDefinition>({
    ...{ name: 'notify', config, logger, routes: [hello], methods, ready, steps },
    ...more,
  });
}

describe('createProcess', () => {
  test('serves HTTP and gRPC once the steps have started, and stops them in reverse', async () => {
    const told: string[] = [];
    const step = (name: string, wait = false): Step => ({
      name,
      start: () => (wait ? Promise.resolve().then(() => told.push(`+${name}`)) : told.push(`+${name}`)),
      stop: () => void told.push(`-${name}`),
    });
    const { service, addresses } = create({ steps: [step('store', true), step('jobs')] });
    expect(addresses()).toEqual({ http: 0, grpc: 0 });
    await service.start();
    expect(told).toEqual(['+store', '+jobs']);

    const reply = await createHttpClient(`http://127.0.0.1:${addresses().http}`).get('/v1/hello');
    expect(reply.body).toMatchObject({ hello: 'world' });
    const client = createGrpcClient<NotifyServiceDefinition>({
      address: `127.0.0.1:${addresses().grpc}`,
      target: 'notify',
      definition: loadProto('notify'),
      tokens: createServiceTokens(TEST_SECRET, 'auth'),
    });
    const [first = ''] = Object.keys(methods);
    await (client as unknown as Record<string, (request: object) => Promise<unknown>>)[first]?.({});
    client.close();

    await service.stop();
    expect(told).toEqual(['+store', '+jobs', '-jobs', '-store']);
  });

  test('a step that fails to start stops those before it, and nothing listens', async () => {
    const told: string[] = [];
    const { service, addresses } = create({
      steps: [
        { name: 'store', stop: () => told.push('-store') },
        { name: 'bus', start: () => Promise.reject(new Error('no broker')) },
      ],
    });
    await expect(service.start()).rejects.toThrow('no broker');
    expect(told).toEqual(['-store']);
    expect(addresses()).toEqual({ http: 0, grpc: 0 });
  });

  test('is ready while every check holds', async () => {
    let healthy = true;
    const ping = () => (healthy ? Promise.resolve() : Promise.reject(new Error('away')));
    let connected = true;
    const { service, addresses } = create({ ready: { store: ping, bus: () => connected } });
    await service.start();
    const http = createHttpClient(`http://127.0.0.1:${addresses().http}`);
    expect((await http.get('/readyz')).status).toBe(200);
    connected = false;
    expect((await http.get('/readyz')).status).toBe(503);
    connected = true;
    healthy = false;
    expect((await http.get('/readyz')).status).toBe(503);
    await service.stop();
  });

  test("believes X-Forwarded-For of the proxies it was told of, and nobody's otherwise", async () => {
    for (const [trustedProxies, ip] of [
      [['127.0.0.1'], '203.0.113.9'],
      [undefined, '127.0.0.1'],
    ] as const) {
      const { service, addresses } = create(trustedProxies ? { trustedProxies: [...trustedProxies] } : {});
      await service.start();
      const http = createHttpClient(`http://127.0.0.1:${addresses().http}`);
      const { body } = await http.get('/v1/hello', { headers: { 'x-forwarded-for': '203.0.113.9' } });
      expect(body).toMatchObject({ ip });
      await service.stop();
    }
  });
});

test('inert use cases make a table of routes of any depth', () => {
  const useCases = inertUseCases<{ wheel: { spin: { later: () => void } } }>();
  expect(useCases.wheel.spin.later).toBeDefined();
});
