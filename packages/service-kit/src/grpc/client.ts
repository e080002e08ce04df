import type { OutgoingHttpHeaders } from 'node:http2';
import { setTimeout as wait } from 'node:timers/promises';
import { status, type ServiceDefinition } from '@grpc/grpc-js';
import type { MethodDefinition } from '@grpc/proto-loader';
import { GRPC_STATUS, backoff, isFlorinError } from '@florin/errors';
import { currentContext, type Context } from '../context.ts';
import type { ServiceTokens } from '../identity.ts';
import { childSpan, ended } from '../telemetry/in-span.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { createBreaker, type Breaker } from '../work/breaker.ts';
import { createRetryBudget, type RetryBudget } from '../work/retry-budget.ts';
import { createConnection, type Connection } from './connection.ts';
import { fromCallFailure } from './errors.ts';
import type { MethodName } from './server.ts';
import { CallFailure, callUnary, frameOf } from './unary-call.ts';

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
  /** default deadline; an earlier one of the request being served wins */
  timeoutMs?: number;
  /** of the process, which then tells of calls and the breaker */
  metrics?: Metrics | undefined;
  /** HTTP/2 connections */
  channels?: number;
}

const MAX_TRIES = 3;
const waitAfter = backoff({ firstMs: 50, maximumMs: 500, jitter: 0.5 });

/**
 * A client with deadlines, several connections and a breaker. Connects at the first call. A call that no server got, or whose
 * answer is lost and whose proto says that it may be repeated (`option idempotency_level`), is sent again, three times in all,
 * while retries are few beside all calls.
 */
export function createGrpcClient<D>(options: GrpcClientOptions): GrpcClient<D> {
  const { address, target, timeoutMs = 2_000, tokens, metrics } = options;
  const connections = Array.from({ length: options.channels ?? 2 }, () => createConnection({ address }));
  const breaker = createBreaker(target);
  metrics?.watchBreaker(target, () => breaker.state());
  const budget = createRetryBudget();
  let calls = 0;
  const next = () => connections[calls++ % connections.length] as Connection;
  const methods = Object.entries(options.definition.service as Record<string, Method>).map(([name, method]) => [
    name.charAt(0).toLowerCase() + name.slice(1),
    (request: unknown, { timeoutMs: limitMs = timeoutMs } = {}) =>
      timed({ target, metrics, method: method.path }, () =>
        breaker.run(() => run({ method, tokens, target, budget, next }, request, limitMs)),
      ),
  ]);
  const close = () => {
    breaker.stop();
    for (const connection of connections) connection.close();
  };
  return { ...Object.fromEntries(methods), close, breaker } as GrpcClient<D>;
}

async function timed<T>(
  { target, metrics, method }: { target: string; metrics: Metrics | undefined; method: string },
  work: () => Promise<T>,
): Promise<T> {
  if (!metrics) return work();
  const started = performance.now();
  const tell = (code: string): void => {
    metrics.timeCall({ target, method, code }, (performance.now() - started) / 1000);
  };
  try {
    const result = await work();
    tell('OK');
    return result;
  } catch (error) {
    tell(isFlorinError(error) ? error.code : 'INTERNAL');
    throw error;
  }
}

interface Callee {
  method: Method;
  tokens: ServiceTokens;
  target: string;
  budget: RetryBudget;
  /** the connection for the next try */
  next: () => Connection;
}

async function run(callee: Callee, request: unknown, limitMs: number): Promise<unknown> {
  const { method, budget, target } = callee;
  const context = currentContext();
  const until = Math.min(Date.now() + limitMs, context?.deadline ?? Number.POSITIVE_INFINITY);
  const frame = frameOf(method.requestSerialize(request));
  budget.earn();
  for (let tries = 1; ; tries += 1) {
    try {
      return method.responseDeserialize(await traced(callee, context, (asking) => once(callee, frame, asking, until)));
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      const waitMs = waitAfter(tries);
      const again = tries < MAX_TRIES && mayRepeat(method, error) && Date.now() + waitMs < until && budget.spend();
      if (!again) throw fromCallFailure(error, target);
      await wait(waitMs);
    }
  }
}

/** Each try is a span of its own, which what it calls hangs on. */
function traced<T>(
  { method, target }: Callee,
  context: Context | undefined,
  ask: (context: Context | undefined) => Promise<T>,
): Promise<T> {
  const span = childSpan(method.path.slice(1), 'client', { 'server.address': target });
  if (!span || !context) return ask(context);
  return ended(span, () => ask({ ...context, traceparent: span.traceparent }));
}

function once({ method, tokens, next }: Callee, frame: Buffer, context: Context | undefined, until: number) {
  const timeoutMs = Math.ceil(until - Date.now());
  if (timeoutMs <= 0) throw new CallFailure(status.DEADLINE_EXCEEDED, 'no time is left', { isUnsent: true });
  const headers: OutgoingHttpHeaders = {
    ':method': 'POST',
    ':path': method.path,
    'content-type': 'application/grpc',
    te: 'trailers',
    authorization: `Bearer ${tokens.current()}`,
    'grpc-timeout': `${timeoutMs}m`,
  };
  if (context) {
    headers['x-request-id'] = context.requestId;
    headers['traceparent'] = context.traceparent;
    if (context.causationId !== undefined) headers['x-causation-id'] = context.causationId;
  }
  return callUnary(next(), { headers, frame, timeoutMs, parent: context?.grpcCall });
}

const REPEATABLE = new Set<string>(['NO_SIDE_EFFECTS', 'IDEMPOTENT']);

function mayRepeat({ options }: Method, failure: CallFailure): boolean {
  return failure.status === GRPC_STATUS.UNAVAILABLE && (failure.isUnsent || REPEATABLE.has(options.idempotency_level));
}
