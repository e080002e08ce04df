import type { RequestListener } from 'node:http';
import type { Redis } from 'ioredis';
import { createBusOf, registerMessagingMetrics, type Bus } from '@florin/messaging';
import {
  createHttpServer,
  createLogger,
  createMetrics,
  createService,
  systemClock,
  type Clock,
  type Logger,
  type Metrics,
  type Service,
} from '@florin/service-kit';
import { createApp } from './app.ts';
import { openClients } from './clients/index.ts';
import type { Config } from './config.ts';
import { clearCookie } from './dialects/cookies.ts';
import type { Dialect, DialectDeps } from './dialects/dialect.ts';
import { createDialectServer, type DialectServer } from './dialect-server/index.ts';
import { createDoubleTap } from './dialects/double-tap.ts';
import { createDialects } from './dialects/index.ts';
import { answerClientErrors } from './edge/client-errors.ts';
import { allowedOriginsOf } from './edge/cross-origin.ts';
import { createIdentify, identified, type Identify, type IdentifyOptions } from './edge/identify.ts';
import { createAddressReader } from './edge/address.ts';
import { telemetrySteps } from './probes/metrics-server.ts';
import { upstreamReady, type Checks } from './probes/probes.ts';
import { createOverload } from './edge/limits/overload.ts';
import { createRateLimits } from './edge/limits/rate-limits.ts';
import { connectRedis, redisStep } from './edge/limits/rate-window.ts';
import { createFastPath, type FastPathOptions } from './fast-path.ts';
import { fastCalls } from './proxy/fast-calls.ts';
import { readOpenApi, type OpenApiDocument } from './openapi/document.ts';
import { publicOperationsOf } from './openapi/public-operations.ts';
import { proxyRoutes } from './proxy/routes.ts';
import { openUpstreams, urlsOf } from './proxy/upstreams.ts';
import { openSignIn } from './session/sign-in.ts';
import { healthRoutes } from './health/routes.ts';
import { openStreams } from './streams/index.ts';
import { readWebBuild } from './web/build.ts';

export interface Overrides {
  clock?: Clock;
  logger?: Logger;
  bus?: Bus;
  /** the merged OpenAPI document, instead of docs/api/openapi.json */
  document?: OpenApiDocument;
  dialects?: (deps: DialectDeps) => Dialect[];
  /** reads /metrics in the place of the own registry: of several workers */
  metricsText?: (own: Metrics['registry']) => Promise<string>;
  /** false: every request passes Express, to hold both ways to the same rules in tests; default true */
  fastPath?: boolean;
  /** where the build of the web app is, instead of web/dist */
  webFolder?: string;
}

/** Wires the gateway; nothing runs before `service.start()`. */
export function compose(config: Config, overrides: Overrides = {}) {
  const clock = overrides.clock ?? systemClock;
  const logger = overrides.logger ?? createLogger('gateway', config.LOG_LEVEL);
  const metrics = createMetrics('gateway');
  const bus = overrides.bus ?? createBusOf(config, 'gateway', logger);
  registerMessagingMetrics(metrics, { bus });
  const redis = config.REDIS_URL === undefined ? undefined : connectRedis(config.REDIS_URL, logger);
  const metricsText = () => overrides.metricsText?.(metrics.registry) ?? metrics.registry.metrics();
  const clients = openClients(config, metrics);
  const onRevoked = (userId: string) => {
    streams.endRevoked(userId);
  };
  const signIn = openSignIn(config, { bus, auth: clients.auth, clock, logger, onRevoked });
  const { isRevoked } = signIn;
  const streams = openStreams({ bus, notify: clients.notify, clock, logger, metrics, isRevoked });
  const upstreams = openUpstreams(config, { sessions: signIn.sessions, metrics });
  const document = overrides.document ?? readOpenApi();

  const { DOUBLE_TAP_MS: windowMs, DOUBLE_TAP_OFF: off, INTERNAL_SECRET: secret, LAME_DUCK_MS: lameDuckMs } = config;
  const doubleTap = createDoubleTap({ windowMs, off, clock, secret, redis });
  const dialectDeps = { clients, config, clock };
  const dialects = (overrides.dialects ?? createDialects)(dialectDeps);
  const dialectServer = createDialectServer(dialects, { config, logger, deps: dialectDeps, doubleTap });

  const identify = identifyOf(config, { sessions: signIn.sessions, clock, redis });
  const publicOperations = publicOperationsOf(document);
  const app = createApp({
    config,
    logger,
    metrics,
    metricsText,
    checks: checksOf({ bus, revocations: () => signIn.feed.loaded(), keys: signIn.loadKeys }, () => http.draining()),
    services: servicesOf(config),
    identify: identified(identify),
    document,
    dialects,
    dialectServer,
    own: [streams.routes, healthRoutes({ services: urlsOf(config), metrics, clock })],
    proxy: proxyRoutes({ upstreams, publicOperations, config }),
    webBuild: readWebBuild(overrides.webFolder),
  });
  const calls = fastCalls({ config, publicOperations, upstreams, sessions: signIn.sessions });
  const fast = { config, logger, metrics, identify, overload: createOverload(), calls, dialects: dialectServer.fast };
  const listener = overrides.fastPath === false ? app : withFastPath(fast, app);
  const http = createHttpServer(listener, { host: config.HOST, port: config.PORT }, { lameDuckMs });
  answerClientErrors(http.server);

  let port = 0;
  const service: Service = createService(logger, [
    ...telemetrySteps(config, metrics, metricsText),
    redisStep(redis),
    { name: 'clients', stop: clients.close },
    { name: 'bus', start: () => bus.start(), stop: () => bus.stop() },
    { name: 'sign-in', start: signIn.start, stop: signIn.stop },
    { name: 'upstreams', stop: upstreams.stop },
    fast.overload,
    { name: 'http', start: async () => (port = await http.start()), stop: () => http.stop() },
    { name: 'streams', start: streams.start, stop: streams.stop },
  ]);
  return { service: { ...service, lameDuckMs }, logger, metrics, addresses: () => ({ http: port }) };
}

function identifyOf(
  config: Config,
  { sessions, clock, redis }: Pick<IdentifyOptions, 'sessions'> & { clock: Clock; redis: Redis | undefined },
): Identify {
  return createIdentify({
    addressOf: createAddressReader(config.TRUSTED_PROXIES),
    sessions,
    limits: createRateLimits(config, { clock, redis }),
    publicUrl: config.PUBLIC_URL,
    allowedOrigins: allowedOriginsOf(config),
    clearCookie: (name) => clearCookie(config, name),
  });
}

function withFastPath(
  options: FastPathOptions & { calls: ReturnType<typeof fastCalls>; dialects: DialectServer['fast'] },
  app: RequestListener,
): RequestListener {
  const serves = createFastPath(options);
  const { calls, dialects } = options;
  return (request, response) => {
    if (!serves(calls, request, response) && !serves(dialects, request, response)) app(request, response);
  };
}

/** What this process can't work without. */
function checksOf(
  own: { bus: Bus; revocations: () => boolean; keys: () => Promise<void> },
  draining: () => boolean,
): Checks {
  const yes = (name: string, holds: () => boolean) => () =>
    holds() ? Promise.resolve() : Promise.reject(new Error(`${name} is not ready`));
  return {
    bus: yes('bus', () => own.bus.healthy()),
    revocations: yes('revocations', own.revocations),
    'signing keys': own.keys,
    running: yes('this process', () => !draining()),
  };
}

/** What some of its paths need. */
function servicesOf(config: Config): Checks {
  return Object.fromEntries(Object.entries(urlsOf(config)).map(([name, url]) => [name, upstreamReady(url)]));
}
