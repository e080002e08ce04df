import { loadProto } from '@florin/proto';
import { createGrpcServer, createLogger, createMetrics, createServiceTokens } from '@florin/service-kit';
import { TEST_SECRET } from '@florin/testing';

export type Call = (request: never) => Promise<unknown>;

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
