import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse as parseQuery } from 'node:querystring';
import type { Express, Request, Response } from 'express';
import { FlorinError } from '@florin/errors';
import { runInContext } from '../context.ts';
import { DEFAULT_BODY_BYTES, answer, keyHeader, type HttpAppOptions } from './answer.ts';
import { problemReply } from './errors.ts';
import type { Span } from '../telemetry/spans.ts';
import { jsonText } from './json-reply.ts';
import { contextOf, createRequestLog, deadlineOf, readBody } from './middleware.ts';
import type { Reply, Route } from './route.ts';

type EtagOf = (body: string, encoding: BufferEncoding) => string;

/** What passes Express: it revalidates, decompresses, streams. */
const UNCOMMON = ['content-encoding', 'transfer-encoding', 'expect', 'if-none-match', 'if-modified-since'] as const;
const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;
const JSON_BODY = /^\s*[[{]/;

/**
 * Serves JSON routes without Express's router and its chain of handlers, by the same checks (`answer`). Returns false for
 * whatever is not plain: another spelling of the path, a body that is not JSON of a told length, a conditional request,
 * a reply that is no JSON.
 */
export function createFastPath(
  app: Express,
  options: HttpAppOptions,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const { logger } = options;
  const match = compile(
    options.routes.filter((route) => route.reply.contentType === undefined && route.upload === undefined),
  );
  const log = createRequestLog(logger, options.metrics);
  const etagOf = app.get('etag fn') as EtagOf;

  const serve = async (call: Call): Promise<void> => {
    const { request, response, route, requestId, span } = call;
    try {
      const body = call.length === 0 ? {} : await readJson(request, call.length);
      if (body === undefined) return; // the client left
      const query = parseQuery(call.query);
      const asked = {
        params: call.params,
        query,
        body,
        headers: request.headers,
        request: () => asExpress(app, call).request,
      };
      sendReply(app, call, await answer(route, options, asked), etagOf);
    } catch (error) {
      const idempotencyKey = keyHeader(request.headers);
      const failed = { method: call.method, path: call.path, requestId, idempotencyKey };
      const problem = problemReply(error, failed, logger);
      if (response.headersSent) {
        response.destroy();
        return;
      }
      write(call, problem.status, Object.entries(problem.headers).flat(), problem.body);
    }
    const { method, startedMs } = call;
    log({ requestId, method, route: route.path, status: response.statusCode, startedMs, span });
  };

  return (request, response) => {
    const { headers, url = '' } = request;
    const at = url.indexOf('?');
    const path = at < 0 ? url : url.slice(0, at);
    const found = match(request.method ?? '', path);
    if (!found || UNCOMMON.some((name) => headers[name] !== undefined)) return false;
    const length = Number(headers['content-length'] ?? 0);
    if (length > (found.route.maxBodyBytes ?? DEFAULT_BODY_BYTES)) return false;
    if (length > 0 && !JSON_TYPE.test(headers['content-type'] ?? '')) return false;
    const context = { ...contextOf(headers, options.metrics.service), ...deadlineOf(headers) };
    const { requestId, span } = context;
    const call: Call = {
      ...found,
      ...{ request, response, path, length, method: request.method ?? '', requestId, span },
      query: at < 0 ? '' : url.slice(at + 1),
      startedMs: performance.now(),
    };
    void runInContext(context, () => serve(call));
    return true;
  };
}

interface Found {
  route: Route;
  params: Record<string, string>;
}

interface Call extends Found {
  request: IncomingMessage;
  response: ServerResponse;
  method: string;
  path: string;
  /** without the question mark */
  query: string;
  /** of the body, in bytes */
  length: number;
  requestId: string;
  span: Span | undefined;
  startedMs: number;
}

/** A handler that asks for it gets the request that it would get of Express. The change of prototypes slows down all that follows. */
function asExpress(app: Express, { request, response }: Call): { request: Request; response: Response } {
  const own = Object.setPrototypeOf(request, app.request) as Request;
  const reply = Object.setPrototypeOf(response, app.response) as Response;
  own.res = reply;
  return { request: own, response: reply };
}

/** Returns what finds a route by method and path, each spelled as declared. */
function compile(routes: readonly Route[]): (method: string, path: string) => Found | undefined {
  const fixed = new Map<string, Found>();
  const open = new Map<string, { route: Route; segments: string[] }[]>();
  for (const route of routes) {
    const method = route.method.toUpperCase();
    const segments = route.path.split('/');
    if (!segments.some((segment) => segment.startsWith(':'))) {
      fixed.set(`${method} ${route.path}`, { route, params: {} });
      continue;
    }
    const key = `${method} ${segments.length}`;
    open.set(key, [...(open.get(key) ?? []), { route, segments }]);
  }
  return (method, path) => {
    const known = fixed.get(`${method} ${path}`);
    if (known) return known;
    const parts = path.split('/');
    for (const { route, segments } of open.get(`${method} ${parts.length}`) ?? []) {
      const params = paramsOf(segments, parts);
      if (params) return { route, params };
    }
    return undefined;
  };
}

/** The values of a pattern's `:names`; undefined when it does not fit, or holds an escape, which Express decodes. */
function paramsOf(segments: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [at, segment] of segments.entries()) {
    const part = parts[at] ?? '';
    if (segment.startsWith(':')) {
      if (part === '' || part.includes('%')) return undefined;
      params[segment.slice(1)] = part;
    } else if (segment !== part) return undefined;
  }
  return params;
}

/** The body as JSON; undefined when the client left before its end. Throws INVALID_ARGUMENT for anything but an object or array. */
async function readJson(request: IncomingMessage, length: number): Promise<unknown> {
  const bytes = await readBody(request, length);
  if (!bytes) return undefined;
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  try {
    if (JSON_BODY.test(text)) return JSON.parse(text);
  } catch {
    // refused below
  }
  throw new FlorinError('INVALID_ARGUMENT', 'The request body is not a JSON object', {
    errors: [{ path: '', message: 'must be a JSON object' }],
  });
}

function sendReply(app: Express, call: Call, reply: Reply, etagOf: EtagOf): void {
  const { route } = call;
  const status = reply.status ?? route.reply.status;
  const headers = Object.entries(reply.headers ?? {}).flat() as string[];
  if (reply.contentType !== undefined) {
    const { response } = asExpress(app, call);
    response.set({ 'X-Request-Id': call.requestId, ...reply.headers });
    response.status(status).type(reply.contentType).send(reply.body);
  } else if (reply.body === undefined)
    call.response.writeHead(status, ['X-Request-Id', call.requestId, ...headers]).end();
  else {
    const body = jsonText(reply.body);
    write(call, status, ['Content-Type', JSON_REPLY, 'ETag', etagOf(body, 'utf8'), ...headers], body);
  }
}

const JSON_REPLY = 'application/json; charset=utf-8';

function write({ response, requestId }: Call, status: number, headers: string[], body: string): void {
  const own = ['X-Request-Id', requestId, 'Content-Length', String(Buffer.byteLength(body))];
  response.writeHead(status, [...own, ...headers]).end(body);
}
