import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerUnaryCall } from '@grpc/grpc-js';
import { randomChunk } from './random.ts';
import { openSpan, type Span, type SpanKind } from './telemetry/spans.ts';

/** What is known about the request or event being handled; follows it over HTTP, gRPC and the bus. */
export interface Context {
  /** of the request that began it all: handling an event continues the request that caused it */
  requestId: string;
  /** id of the event being handled, or of the one whose handler called us; undefined for a request from outside */
  causationId?: string;
  /** W3C trace context */
  traceparent: string;
  /** the work being done in the trace; undefined while traces are not exported */
  span?: Span | undefined;
  /** the gRPC call being served: its deadline and cancellation pass on to calls made for it */
  grpcCall?: ServerUnaryCall<unknown, unknown>;
  /** epoch milliseconds after which nobody waits for the reply */
  deadline?: number;
}

const storage = new AsyncLocalStorage<Context>();

export function currentContext(): Context | undefined {
  return storage.getStore();
}

export function runInContext<T>(context: Context, work: () => T): T {
  return storage.run(context, work);
}

/** Runs work of many: it continues the trace of one, and neither its deadline nor its cancellation. */
export function runDetached<T>(context: Context | undefined, work: () => T): T {
  if (!context) return storage.exit(work);
  const { grpcCall: _call, deadline: _deadline, ...trace } = context;
  return storage.run(trace, work);
}

const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Continues a trace with a new span of the service, which is exported when traces are; else starts one. */
export function continueTrace(
  service: string,
  name: string,
  { kind, parent }: { kind: SpanKind; parent?: string | undefined },
): Pick<Context, 'traceparent' | 'span'> {
  const span = openSpan(service, name, { kind, parent });
  return span ? { traceparent: span.traceparent, span } : { traceparent: nextTraceparent(parent) };
}

/** Continues the trace of a valid traceparent with a new span, else starts one. */
export function nextTraceparent(incoming: string | undefined): string {
  const traceId = incoming && TRACEPARENT.test(incoming) ? incoming.slice(3, 35) : randomChunk(16).toString('hex');
  return `00-${traceId}-${randomChunk(8).toString('hex')}-01`;
}
