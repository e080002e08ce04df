export type SpanKind = 'server' | 'client' | 'producer' | 'consumer' | 'internal';
export type Attributes = Record<string, string | number | boolean>;

/** A piece of work in a trace, from its opening until `end`. */
export interface Span {
  /** W3C trace context, for what is called from here */
  readonly traceparent: string;
  /** whether it will be exported */
  readonly sampled: boolean;
  child(name: string, kind: SpanKind, attributes?: Attributes): Span;
  end(how?: SpanEnd): void;
}

export interface SpanEnd {
  /** when it is only known at the end */
  name?: string;
  attributes?: Attributes;
  /** what the work failed with; only its name and code are exported */
  error?: unknown;
}

export interface SpanOptions {
  kind: SpanKind;
  /** W3C trace context of what asked for the work */
  parent?: string | undefined;
  /** W3C trace contexts of other requests that the work is for */
  links?: readonly string[];
  attributes?: Attributes;
  /** default now */
  startedAt?: Date;
}

export type Tracer = (name: string, options: SpanOptions) => Span;

/** By service, for several can live in one process. Empty while nothing is exported: then no span is ever made. */
const tracers = new Map<string, Tracer>();

export function setTracer(service: string, tracer: Tracer | undefined): void {
  if (tracer) tracers.set(service, tracer);
  else tracers.delete(service);
}

export function isTracing(): boolean {
  return tracers.size > 0;
}

/** A span of a service; undefined while traces are not exported. */
export function openSpan(service: string, name: string, options: SpanOptions): Span | undefined {
  return tracers.get(service)?.(name, options);
}
