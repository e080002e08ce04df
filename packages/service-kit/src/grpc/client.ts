import { Client, Metadata, credentials, propagate, type CallOptions, type ServiceDefinition } from '@grpc/grpc-js';
import type { MethodDefinition } from '@grpc/proto-loader';
import { createBreaker, type Breaker } from '../work/breaker.ts';
import { currentContext } from '../context.ts';
import type { ServiceTokens } from '../identity.ts';
import { fromGrpcError } from './errors.ts';
import type { MethodName } from './server.ts';

/* eslint-disable @typescript-eslint/no-explicit-any -- grpc-js types its tables of methods with any; the mapped types give it back */
/** A proto service as async functions: rejected calls are FlorinErrors. */
export type GrpcClient<D> = {
  [K in keyof D as MethodName<K>]: D[K] extends MethodDefinition<infer Request, any, any, infer Response>
    ? (request: Request, options?: { timeoutMs?: number }) => Promise<Response>
    : never;
} & { close(): void; breaker: Breaker };
type Method = MethodDefinition<any, any, any, any>;
/* eslint-enable @typescript-eslint/no-explicit-any */

export interface GrpcClientOptions {
  /** host:port */
  address: string;
  /** name of the service called, for messages and the breaker */
  target: string;
  definition: { service: ServiceDefinition };
  tokens: ServiceTokens;
  /** default deadline; a shorter one of the call being served wins */
  timeoutMs?: number;
  /** HTTP/2 connections; grpc-js does about 2,300 unary calls a second on one */
  channels?: number;
}

/**
 * A client with deadlines, several channels and a breaker. Connects at the first call. A call whose answer is lost is sent
 * again, three times in all, when its proto says that it may be (`option idempotency_level`).
 */
export function createGrpcClient<D>(options: GrpcClientOptions): GrpcClient<D> {
  const { target, timeoutMs = 2_000, tokens } = options;
  const clients = Array.from({ length: options.channels ?? 2 }, () => open(options));
  const breaker = createBreaker(target);
  let calls = 0;
  const call = (method: Method, request: unknown, limitMs: number) =>
    breaker.run(() => unary(clients[calls++ % clients.length] as Client, method, request, { limitMs, tokens, target }));
  const methods = Object.entries(options.definition.service as Record<string, Method>).map(([name, method]) => [
    name.charAt(0).toLowerCase() + name.slice(1),
    (request: unknown, { timeoutMs: limitMs = timeoutMs } = {}) => call(method, request, limitMs),
  ]);
  const close = () => {
    breaker.stop();
    for (const client of clients) client.close();
  };
  return { ...Object.fromEntries(methods), close, breaker } as GrpcClient<D>;
}

function open({ address, definition }: GrpcClientOptions): Client {
  const retryPolicy = {
    maxAttempts: 3,
    initialBackoff: '0.05s',
    maxBackoff: '0.5s',
    backoffMultiplier: 2,
    retryableStatusCodes: ['UNAVAILABLE'],
  };
  const name = Object.values(definition.service as Record<string, Method>)
    .filter(isRepeatable)
    .map(({ path }) => ({ service: path.split('/')[1], method: path.split('/')[2] }));
  return new Client(address, credentials.createInsecure(), {
    'grpc.use_local_subchannel_pool': 1,
    'grpc.keepalive_time_ms': 30_000,
    'grpc.keepalive_timeout_ms': 5_000,
    'grpc.initial_reconnect_backoff_ms': 100,
    'grpc.max_reconnect_backoff_ms': 2_000,
    'grpc.service_config': JSON.stringify({ methodConfig: [{ name, retryPolicy }] }),
  });
}

const REPEATABLE = new Set<string>(['NO_SIDE_EFFECTS', 'IDEMPOTENT']);

function isRepeatable({ options }: Method): boolean {
  return REPEATABLE.has(options.idempotency_level);
}

function unary(
  client: Client,
  method: Method,
  request: unknown,
  { limitMs, tokens, target }: { limitMs: number; tokens: ServiceTokens; target: string },
): Promise<unknown> {
  const context = currentContext();
  const metadata = new Metadata();
  metadata.set('authorization', `Bearer ${tokens.current()}`);
  if (context) {
    metadata.set('x-request-id', context.requestId);
    metadata.set('traceparent', context.traceparent);
    if (context.causationId !== undefined) metadata.set('x-causation-id', context.causationId);
  }
  const options: CallOptions = { deadline: Date.now() + limitMs };
  if (context?.grpcCall) {
    options.parent = context.grpcCall;
    options.propagate_flags = propagate.DEADLINE | propagate.CANCELLATION;
  }
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
      request,
      metadata,
      options,
      (error, response) => {
        if (error) reject(fromGrpcError(error, target));
        else resolve(response);
      },
    );
  });
}
