import type { RequestListener } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import express from 'express';
import type { Express, Request, RequestHandler, Response } from 'express';
import { FlorinError } from '@florin/errors';
import { DEFAULT_BODY_BYTES, answer, type HttpAppOptions } from './answer.ts';
import { problemHandler } from './errors.ts';
import { createFastPath } from './fast-path.ts';
import { sendJson } from './json-reply.ts';
import { jsonBody, requestContext, undecodedBody } from './middleware.ts';
import type { Reply, Route } from './route.ts';

/** The HTTP side of a service: its routes, /healthz, /readyz, /metrics, and problem+json for all that fails. */
export function createHttpApp(options: HttpAppOptions): RequestListener {
  const app = createExpress(options);
  const fastPath = createFastPath(app, options);
  return (request, response) => {
    if (!fastPath(request, response)) void app(request, response);
  };
}

function createExpress(options: HttpAppOptions): Express {
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

/** Routes by path; a fixed part comes before a parameter in its place, whichever the list of routes names first. */
function byPath(routes: Route[]): [path: string, routes: Route[]][] {
  const paths = Map.groupBy(routes, ({ path }) => path);
  const key = (path: string) => path.replaceAll(':', '\uffff');
  return [...paths].sort(([a], [b]) => (key(a) < key(b) ? -1 : 1));
}

function mountPath(app: Express, path: string, routes: Route[], options: HttpAppOptions): void {
  const mounted = app.route(path);
  for (const route of routes) {
    const limit = route.maxBodyBytes ?? DEFAULT_BODY_BYTES;
    mounted[route.method](route.upload === undefined ? jsonBody(limit) : undecodedBody, handle(route, options));
  }
  const allow = [
    ...new Set(routes.flatMap((r) => (r.method === 'get' ? ['GET', 'HEAD'] : [r.method.toUpperCase()]))),
  ].join(', ');
  mounted.all((request: Request, response: Response, next) => {
    response.setHeader('Allow', allow);
    next(new FlorinError('METHOD_NOT_ALLOWED', `${request.method} is not possible here; try ${allow}`));
  });
}

function handle(route: Route, options: HttpAppOptions): RequestHandler {
  return async (request, response) => {
    const { params, query, body = {} } = request as { params: unknown; query: unknown; body?: unknown };
    const asked = { params, query, body, headers: request.headers, request: () => request };
    await send(response, route, await answer(route, options, asked));
  };
}

async function send(response: Response, route: Route, reply: Reply): Promise<void> {
  if (isStream(reply.body)) return sendStream(response, route, reply, reply.body[Symbol.asyncIterator]());
  begin(response, route, reply);
  if (reply.contentType !== undefined) response.type(reply.contentType).send(reply.body);
  else if (reply.body === undefined) response.end();
  else sendJson(response, reply.body);
}

function begin(response: Response, route: Route, reply: Reply): void {
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  response.status(reply.status ?? route.reply.status);
}

/** text, or bytes as they are */
type Piece = string | Uint8Array;

const isStream = (body: unknown): body is AsyncIterable<Piece> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

/**
 * Sends it as fast as the client reads. What fails before the first piece gets a reply of its own; a failure on the way cuts
 * the reply, so that nobody takes a part for the whole. The source ends with the reply, also when the client leaves.
 */
async function sendStream(response: Response, route: Route, reply: Reply, pieces: AsyncIterator<Piece>): Promise<void> {
  try {
    const first = await pieces.next();
    begin(response, route, reply);
    response.type(reply.contentType ?? 'application/json');
    await pipeline(Readable.from(following(first, pieces)), response);
  } catch (error) {
    const left = (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (!left) throw error;
  } finally {
    await pieces.return?.();
  }
}

async function* following(first: IteratorResult<Piece>, rest: AsyncIterator<Piece>): AsyncIterable<Piece> {
  for (let next = first; !next.done; next = await rest.next()) yield next.value;
}
