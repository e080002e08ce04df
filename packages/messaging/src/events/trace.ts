import { continueTrace, currentContext, ended, runInContext, type SpanKind } from '@florin/service-kit';

/** Where a fact comes from. Events carry it, so that one request can be followed through every service. */
export interface Trace {
  /** id of the request that began it all: the same in every event that follows from it */
  correlationId: string;
  /** id of the event whose handling caused this; null when a request or a job did */
  causationId: string | null;
  /** W3C trace context; null when there is none */
  traceparent: string | null;
}

/** The trace of the request or event being handled; undefined outside of both, as in a job. */
export function currentTrace(): Trace | undefined {
  const context = currentContext();
  if (!context) return undefined;
  const { requestId, causationId = null, traceparent } = context;
  return { correlationId: requestId, causationId, traceparent };
}

/** What the work is called where traces are shown. */
export interface Work {
  service: string;
  name: string;
  kind: SpanKind;
}

/** Runs `work` as a continuation of `trace`, with a new span: for handlers, and for work that was stored and is taken up later. */
export function runInTrace<T>(
  { correlationId, causationId, traceparent }: Trace,
  work: () => Promise<T>,
  { service, name, kind }: Work,
): Promise<T> {
  const continued = continueTrace(service, name, { kind, parent: traceparent ?? undefined });
  const context = { requestId: correlationId, ...continued };
  return ended(continued.span, () => runInContext(causationId === null ? context : { ...context, causationId }, work));
}
