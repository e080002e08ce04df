import type { z } from 'zod';
import { loadProto } from '@florin/proto';
import type { processEnv } from '../config.ts';
import { createGrpcServer, type GrpcMethods } from '../grpc/server.ts';
import { createHttpApp } from '../http/app.ts';
import { createCursorSigner } from '../http/pagination.ts';
import type { Route } from '../http/route.ts';
import { createHttpServer } from '../http/server.ts';
import { createIdentitySigner, createServiceTokens } from '../identity.ts';
import type { Logger } from '../logger.ts';
import { createMetrics, type Metrics } from '../telemetry/metrics.ts';
import { tracing, type TracingConfig } from '../telemetry/tracing.ts';
import { createService, type Service, type Step } from './lifecycle.ts';

/** The variables of `processEnv` that the servers need. */
type ProcessConfig = Omit<z.infer<z.ZodObject<ReturnType<typeof processEnv>>>, 'LOG_LEVEL' | keyof TracingConfig> &
  TracingConfig;

export interface ProcessOptions<D> {
  name: Parameters<typeof loadProto>[0];
  config: ProcessConfig;
  logger: Logger;
  /** the `/v1` routes */
  routes: Route[];
  /** the gRPC methods of the service's proto */
  methods: GrpcMethods<D>;
  /** what must work before the service takes requests: each check returns false or throws while it does not */
  ready: Record<string, () => unknown>;
  /** stores, bus, relays, jobs, clients: started in this order before the servers, stopped in reverse after them */
  steps: readonly Step[];
  /** addresses of the proxies whose X-Forwarded-For is believed; default none */
  trustedProxies?: string[];
  /** of one gRPC message; default 8 MB */
  maxGrpcBytes?: number;
  /** when parts of the service publish gauges of their own; default a fresh registry */
  metrics?: Metrics;
}

export interface Process {
  service: Service;
  logger: Logger;
  metrics: Metrics;
  /** the ports listened on; 0 before `service.start()` */
  addresses: () => { http: number; grpc: number };
}

/**
 * Makes a service's process of its parts: metrics, caller authentication, the gRPC server, the HTTP server with its
 * probes, and the order of start and stop. Nothing connects or listens before `service.start()`.
 * `D` is the proto's definition, e.g. `createProcess<LedgerServiceDefinition>({ name: 'ledger', ... })`.
 */
export function createProcess<D>(options: ProcessOptions<D>): Process {
  const { name, config, logger, metrics = createMetrics(name) } = options;
  const grpc = createGrpcServer<D>({
    address: { host: config.GRPC_HOST, port: config.GRPC_PORT },
    definition: loadProto(name),
    methods: options.methods,
    tokens: createServiceTokens(config.INTERNAL_SECRET, name),
    logger,
    metrics,
    maxReceiveBytes: options.maxGrpcBytes,
  });
  const app = createHttpApp({
    logger,
    metrics,
    identities: createIdentitySigner(config.INTERNAL_SECRET),
    routes: options.routes,
    cursors: createCursorSigner(config.INTERNAL_SECRET),
    ready: () => requireAll({ ...options.ready, running: () => !http.draining() }),
    trustedProxies: options.trustedProxies,
  });
  const lameDuckMs = config.LAME_DUCK_MS;
  const http = createHttpServer(app, { host: config.HTTP_HOST, port: config.HTTP_PORT }, { lameDuckMs });
  const ports = { http: 0, grpc: 0 };
  const service = createService(logger, [
    tracing(name, config),
    ...options.steps,
    { name: 'grpc', start: async () => (ports.grpc = await grpc.start()), stop: () => grpc.stop() },
    { name: 'http', start: async () => (ports.http = await http.start()), stop: () => http.stop() },
  ]);
  return { service: { ...service, lameDuckMs }, logger, metrics, addresses: () => ports };
}

async function requireAll(checks: ProcessOptions<unknown>['ready']): Promise<void> {
  await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      if ((await check()) === false) throw new Error(`${name} is not ready`);
    }),
  );
}
