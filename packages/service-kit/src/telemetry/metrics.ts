import { Gauge, Histogram, Registry, collectDefaultMetrics, type OpenMetricsContentType } from 'prom-client';
import { exemplarOf } from './exemplar.ts';

/** What a process tells of itself at `/metrics`, in OpenMetrics' text form. docs/metrics.md lists all of it. */
export interface Metrics {
  /** the name of the process; a label of every metric */
  service: string;
  registry: Registry<OpenMetricsContentType>;
  /** A request served: by the pattern of its path, never the path itself. */
  timeHttp(labels: { method: string; route: string; status: number }, seconds: number): void;
  /** A gRPC call served. */
  timeGrpc(labels: { method: string; code: string }, seconds: number): void;
  /** A gRPC call of ours to a neighbour; `code` is `OK` or that of the error. */
  timeCall(labels: { target: string; method: string; code: string }, seconds: number): void;
  /** How long work waited for a connection of a pool. */
  timePoolWait(pool: string, seconds: number): void;
  /** Shows the state of a breaker: whether calls to `target` are let through. */
  watchBreaker(target: string, state: () => BreakerState): void;
  /** Shows how a pool is used. */
  watchPool(pool: string, use: () => PoolUse): void;
}

export type BreakerState = 'closed' | 'half-open' | 'open';

export interface PoolUse {
  /** connections at work */
  busy: number;
  idle: number;
  /** requests that wait for one */
  waiting: number;
}

/** Seconds, for everything that somebody waits for. */
export const SECONDS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const BREAKER_STATES: Record<BreakerState, number> = { closed: 0, 'half-open': 1, open: 2 };

/** One registry per service, so that several can live in one process. */
export function createMetrics(service: string, options: { defaults?: boolean } = {}): Metrics {
  const registry = new Registry<OpenMetricsContentType>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  registry.setDefaultLabels({ service });
  // prom-client's types know its first content type only
  if (options.defaults !== false) collectDefaultMetrics({ register: registry as unknown as Registry });
  return { service, registry, ...createTimers(registry), ...createWatches(registry) };
}

function createTimers(registry: Metrics['registry']) {
  const registers = [registry];
  const timer = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Histogram<L | 'trace_id'>({ name, help, labelNames, buckets: SECONDS, registers, enableExemplars: true });
  const http = timer('florin_http_request_duration_seconds', 'Time to serve an HTTP request', [
    'method',
    'route',
    'status',
  ]);
  const grpc = timer('florin_grpc_request_duration_seconds', 'Time to serve a gRPC request', ['method', 'code']);
  const calls = timer('florin_grpc_client_duration_seconds', 'Time of a gRPC call to a neighbour', [
    'target',
    'method',
    'code',
  ]);
  const waits = timer('florin_pool_wait_seconds', 'Time that work waited for a connection of a pool', ['pool']);
  return {
    timeHttp: (labels, value) => {
      http.observe({ labels, value, ...exemplarOf() });
    },
    timeGrpc: (labels, value) => {
      grpc.observe({ labels, value, ...exemplarOf() });
    },
    timeCall: (labels, value) => {
      calls.observe({ labels, value, ...exemplarOf() });
    },
    timePoolWait: (pool, value) => {
      waits.observe({ labels: { pool }, value, ...exemplarOf() });
    },
  } satisfies Partial<Metrics>;
}

/** Gauges that are read when somebody asks. */
function createWatches(registry: Metrics['registry']) {
  const breakers = new Map<string, () => BreakerState>();
  const pools = new Map<string, () => PoolUse>();
  const registers = [registry];
  new Gauge({
    name: 'florin_breaker_state',
    help: 'Whether calls to a neighbour are let through: 0 closed (all), 1 half-open (one), 2 open (none)',
    labelNames: ['target'],
    registers,
    collect() {
      for (const [target, state] of breakers) this.set({ target }, BREAKER_STATES[state()]);
    },
  });
  new Gauge({
    name: 'florin_pool_connections',
    help: 'Connections of a pool',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      for (const [pool, use] of pools) {
        const { busy, idle } = use();
        this.set({ pool, state: 'busy' }, busy);
        this.set({ pool, state: 'idle' }, idle);
      }
    },
  });
  new Gauge({
    name: 'florin_pool_waiting',
    help: 'Work that waits for a connection of a pool',
    labelNames: ['pool'],
    registers,
    collect() {
      for (const [pool, use] of pools) this.set({ pool }, use().waiting);
    },
  });
  return {
    watchBreaker: (target, state) => void breakers.set(target, state),
    watchPool: (pool, use) => void pools.set(pool, use),
  } satisfies Partial<Metrics>;
}
