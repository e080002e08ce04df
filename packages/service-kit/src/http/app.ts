import express from 'express';
import type { Express, Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { FlorinError } from '@florin/errors';
import type { IdentitySigner } from '../identity.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { problemHandler } from './errors.ts';
import { sendJson } from './json-reply.ts';
import { identityHeader, jsonBody, readIdentity, requestContext, requireAccess } from './middleware.ts';
import type { CursorSigner } from './pagination.ts';
import type { Access, Reply, Route } from './route.ts';
import { validate } from './validate.ts';

export interface HttpAppOptions {
  logger: Logger;
  metrics: Metrics;
  identities: IdentitySigner;
  routes: Route[];
  /** signs the `nextCursor` of every list and checks the `cursor` that comes back; default unsigned */
  cursors?: CursorSigner | undefined;
  /** resolves when the service can work; when it rejects, /readyz replies 503 */
  ready: () => Promise<void>;
  /** addresses of the proxies whose X-Forwarded-For is believed; default none */
  trustedProxies?: string[] | undefined;
}

const DEFAULT_BODY_BYTES = 100 * 1024;
const NOTHING = z.strictObject({});

/** The HTTP side of a service: its routes, /healthz, /readyz, /metrics, and problem+json for all that fails. */
export function createHttpApp(options: HttpAppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  if (options.trustedProxies) app.set('trust proxy', options.trustedProxies);
  app.use(requestContext(options.logger, options.metrics));
  mountProbes(app, options);
  for (const [path, methods] of byPath(options.routes)) mountPath(app, path, methods, options);
  app.use((request, _response, next) => {
    next(new FlorinError('NOT_FOUND', `There is no ${request.path}`));
  });
  app.use(problemHandler(options.logger));
  return app;
}

function mountProbes(app: Express, { metrics, ready }: HttpAppOptions): void {
  app.get('/healthz', (_request, response) => {
    sendJson(response, { status: 'ok' });
  });
  app.get('/readyz', async (_request, response) => {
    try {
      await ready();
      sendJson(response, { status: 'ready' });
    } catch {
      sendJson(response.status(503).setHeader('Retry-After', '1'), { status: 'not ready' });
    }
  });
  app.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

function byPath(routes: Route[]): Map<string, Route[]> {
  const paths = new Map<string, Route[]>();
  for (const route of routes) paths.set(route.path, [...(paths.get(route.path) ?? []), route]);
  return paths;
}

function mountPath(app: Express, path: string, routes: Route[], options: HttpAppOptions): void {
  const mounted = app.route(path);
  for (const route of routes) {
    mounted[route.method](jsonBody(route.maxBodyBytes ?? DEFAULT_BODY_BYTES), handle(route, options));
  }
  const allow = [
    ...new Set(routes.flatMap((r) => (r.method === 'get' ? ['GET', 'HEAD'] : [r.method.toUpperCase()]))),
  ].join(', ');
  mounted.all((request: Request, response: Response, next) => {
    response.setHeader('Allow', allow);
    next(new FlorinError('METHOD_NOT_ALLOWED', `${request.method} is not possible here; try ${allow}`));
  });
}

function handle(route: Route, { identities, cursors }: HttpAppOptions): RequestHandler {
  return async (request, response) => {
    const identity = readIdentity(identities, identityHeader(request.headers));
    requireAccess(route.access as Access, identity);
    const params: unknown = route.params ? validate(route.params as z.ZodType, request.params, 'path') : {};
    const query: unknown = openCursor(
      validate((route.query ?? NOTHING) as z.ZodType, request.query, 'query'),
      route,
      cursors,
    );
    const body: unknown = validate((route.body ?? NOTHING) as z.ZodType, request.body ?? {}, 'body');
    const input = { params, query, body, identity, idempotencyKey: readIdempotencyKey(request), request };
    send(response, route, signCursor(await route.handler(input), route, cursors));
  };
}

function openCursor(query: unknown, { path }: Route, cursors: CursorSigner | undefined): unknown {
  const { cursor } = query as { cursor?: unknown };
  return cursors && typeof cursor === 'string' ? { ...(query as object), cursor: cursors.open(cursor, path) } : query;
}

function signCursor(reply: Reply, { path }: Route, cursors: CursorSigner | undefined): Reply {
  const { nextCursor } = (reply.body ?? {}) as { nextCursor?: unknown };
  if (!cursors || typeof nextCursor !== 'string') return reply;
  return { ...reply, body: { ...(reply.body as object), nextCursor: cursors.sign(nextCursor, path) } };
}

function send(response: Response, route: Route, reply: Reply): void {
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  response.status(reply.status ?? route.reply.status);
  if (reply.contentType !== undefined) response.type(reply.contentType).send(reply.body);
  else if (reply.body === undefined) response.end();
  else sendJson(response, reply.body);
}

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

function readIdempotencyKey(request: Request): string | undefined {
  const key = request.get('idempotency-key');
  if (key === undefined || IDEMPOTENCY_KEY.test(key)) return key;
  throw new FlorinError('INVALID_ARGUMENT', 'Idempotency-Key: must be 1 to 200 visible ASCII characters', {
    errors: [{ path: 'Idempotency-Key', message: 'must be 1 to 200 visible ASCII characters' }],
  });
}
