import {
  ROOT_CONTEXT,
  SpanKind as Kind,
  SpanStatusCode,
  trace,
  type Span as OpenTelemetrySpan,
  type SpanContext,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { randomUUID } from 'node:crypto';
import type { Attributes, Span, SpanEnd, SpanKind, SpanOptions, Tracer } from './spans.ts';

export interface ExportOptions {
  url: string;
  headers: Record<string, string>;
  /** of the traces that begin here, how many are exported: 0 to 1 */
  ratio: number;
}

const EXPORT_EVERY_MS = 1_000;
const EXPORT_MS = 3_000;
const KINDS: Record<SpanKind, Kind> = {
  server: Kind.SERVER,
  client: Kind.CLIENT,
  producer: Kind.PRODUCER,
  consumer: Kind.CONSUMER,
  internal: Kind.INTERNAL,
};

/** Makes spans of a service and sends them off in batches. Loaded only when traces are exported. */
export function openTracer(
  service: string,
  { url, headers, ratio }: ExportOptions,
): { tracer: Tracer; shutdown: () => Promise<void> } {
  const exporter = new OTLPTraceExporter({ url, headers, timeoutMillis: EXPORT_MS });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': service,
      'service.namespace': 'florin',
      'service.instance.id': randomUUID(),
    }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: EXPORT_EVERY_MS })],
  });
  const tracer = provider.getTracer('florin');
  const open: Tracer = (name, { kind, parent, links = [], attributes = {}, startedAt }: SpanOptions) => {
    const from = contextOf(parent);
    const context = from ? trace.setSpanContext(ROOT_CONTEXT, from) : ROOT_CONTEXT;
    const linked = links.flatMap((link) => contextOf(link) ?? []).map((each) => ({ context: each }));
    const started = startedAt ? { startTime: startedAt } : {};
    return spanOf(tracer.startSpan(name, { kind: KINDS[kind], attributes, links: linked, ...started }, context), open);
  };
  return { tracer: open, shutdown: () => provider.shutdown() };
}

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

function contextOf(traceparent: string | undefined): SpanContext | undefined {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}

function spanOf(span: OpenTelemetrySpan, open: Tracer): Span {
  const { traceId, spanId, traceFlags } = span.spanContext();
  const traceparent = `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
  return {
    traceparent,
    sampled: (traceFlags & 1) === 1,
    child: (name: string, kind: SpanKind, attributes: Attributes = {}) =>
      open(name, { kind, parent: traceparent, attributes }),
    end: ({ name, attributes, error }: SpanEnd = {}) => {
      if (name !== undefined) span.updateName(name);
      if (attributes) span.setAttributes(attributes);
      if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: nameOf(error) });
      span.end();
    },
  };
}

/** Never the message: it may quote what people typed. */
function nameOf(error: unknown): string {
  const { name, code } = error as { name?: unknown; code?: unknown };
  if (typeof code === 'string') return code;
  return typeof name === 'string' ? name : 'error';
}
