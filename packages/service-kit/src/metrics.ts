import { Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export interface Metrics {
  registry: Registry;
  httpSeconds: Histogram<'method' | 'route' | 'status'>;
  grpcSeconds: Histogram<'method' | 'code'>;
}

const BUCKETS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** One registry per service, so that several can live in one process. */
export function createMetrics(service: string, options: { defaults?: boolean } = {}): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  if (options.defaults !== false) collectDefaultMetrics({ register: registry });
  return {
    registry,
    httpSeconds: new Histogram({
      name: 'florin_http_request_duration_seconds',
      help: 'Time to serve an HTTP request',
      labelNames: ['method', 'route', 'status'],
      buckets: BUCKETS,
      registers: [registry],
    }),
    grpcSeconds: new Histogram({
      name: 'florin_grpc_request_duration_seconds',
      help: 'Time to serve a gRPC request',
      labelNames: ['method', 'code'],
      buckets: BUCKETS,
      registers: [registry],
    }),
  };
}
