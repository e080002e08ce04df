import { setTimeout as wait } from 'node:timers/promises';
import type { Step } from '../process/lifecycle.ts';
import { setTracer } from './spans.ts';

/** The settings of `telemetryEnv`. */
export interface TracingConfig {
  OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  OTEL_EXPORTER_OTLP_HEADERS?: string | undefined;
  OTEL_TRACES_SAMPLER_ARG?: number | undefined;
}

/** how long a stopping process waits for a collector that does not answer */
const FLUSH_MS = 1_000;

/**
 * The step of a process that exports its traces, over OTLP and HTTP, while OTEL_EXPORTER_OTLP_ENDPOINT is given. Without
 * it OpenTelemetry is not even loaded. A collector that is away costs the traces of that time and nothing else.
 */
export function tracing(service: string, config: TracingConfig): Step {
  const endpoint = config.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined) return { name: 'tracing' };
  let shutdown = (): Promise<void> => Promise.resolve();
  return {
    name: 'tracing',
    start: async () => {
      const { openTracer } = await import('./opentelemetry.ts');
      const opened = openTracer(service, {
        url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
        headers: headersOf(config.OTEL_EXPORTER_OTLP_HEADERS ?? ''),
        ratio: config.OTEL_TRACES_SAMPLER_ARG ?? 1,
      });
      setTracer(service, opened.tracer);
      shutdown = opened.shutdown;
    },
    stop: async () => {
      setTracer(service, undefined);
      await Promise.race([shutdown().catch(() => undefined), wait(FLUSH_MS, undefined, { ref: false })]);
    },
  };
}

/** `name=value,name=value`, each percent-encoded, as OpenTelemetry specifies. */
function headersOf(text: string): Record<string, string> {
  const pairs = text.split(',').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0
      ? [[decodeURIComponent(pair.slice(0, at).trim()), decodeURIComponent(pair.slice(at + 1).trim())]]
      : [];
  });
  return Object.fromEntries(pairs) as Record<string, string>;
}
