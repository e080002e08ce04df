import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  contextOf,
  createRequestLog,
  problemReply,
  readBody,
  runInContext,
  type Logger,
  type Metrics,
} from '@florin/service-kit';
import type { Config } from './config.ts';
import { refuseBody } from './edge/body.ts';
import { allowedOriginsOf, createOriginHeaders } from './edge/cross-origin.ts';
import { requestLineFault } from './edge/guard.ts';
import { HeaderList } from './edge/header-list.ts';
import type { Identify } from './edge/identify.ts';
import { createApiHeaders } from './edge/security-headers.ts';
import type { PublicOperations } from './openapi/public-operations.ts';
import type { Call } from './proxy/dispatcher.ts';
import { clientHeaderNames, upstreamHeaders } from './proxy/headers.ts';
import { credentialFault } from './proxy/routes.ts';
import { targetOf, type Target } from './proxy/table.ts';
import type { Upstreams } from './proxy/upstreams.ts';
import type { Sessions } from './session/sessions.ts';

export interface FastPathOptions {
  config: Config;
  logger: Logger;
  metrics: Metrics;
  identify: Identify;
  publicOperations: PublicOperations;
  upstreams: Upstreams;
  sessions: Pick<Sessions, 'sign'>;
}

/** Larger bodies, and those of unknown length, are streamed. */
const MAX_BODY_BYTES = 64 * 1024;
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Serves calls of /v1 whose body is small, without Express: the same rules in the same order as in app.ts. Returns false
 * for everything else, which is app.ts's: pages, dialects, preflights, uploads, event streams.
 */
export function createFastPath(
  options: FastPathOptions,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const { config, logger, upstreams, sessions } = options;
  const log = createRequestLog(logger, options.metrics);
  const apiHeaders = createApiHeaders({ publicUrl: config.PUBLIC_URL });
  const originHeaders = createOriginHeaders(allowedOriginsOf(config));

  const serve = async (call: Served): Promise<void> => {
    const { request, response, path, target, headers } = call;
    try {
      const fault = requestLineFault(call.method, call.url);
      if (fault) throw fault;
      const caller = await options.identify(request, headers);
      const bad = credentialFault(request);
      if (bad && !options.publicOperations.has(call.method, path)) throw bad;
      const context = { caller, requestId: call.requestId, traceparent: call.traceparent };
      const body = call.length === 0 ? null : await readBody(request, call.length);
      if (body === undefined) return; // the client left
      await upstreams[target.service].send({
        method: call.method,
        path: call.url,
        headers: upstreamHeaders(request.headers, context, sessions, target.service),
        body,
        response,
        replyHeaders: headers.list,
        passed: clientHeaderNames(target.service),
      });
    } catch (error) {
      fail(call, error, logger);
    }
    if (response.writableEnded) {
      const { method, requestId, startedMs } = call;
      log({ requestId, method, route: target.label, status: response.statusCode, startedMs });
    }
  };

  return (request, response) => {
    const { method = '', url = '', headers } = request;
    const query = url.indexOf('?');
    const path = query < 0 ? url : url.slice(0, query);
    if (!path.startsWith('/v1/') || !METHODS.has(method)) return false;
    const length = lengthOf(headers);
    if (length > MAX_BODY_BYTES || headers.accept?.includes('text/event-stream')) return false;
    const target = targetOf(path, config);
    if (!target) return false;
    const context = contextOf(headers);
    const list = ['X-Request-Id', context.requestId, ...apiHeaders(path), ...originHeaders(headers.origin)];
    const call: Served = {
      ...{ request, response, path, url, target, length, ...context },
      method: method,
      headers: new HeaderList(list),
      startedMs: performance.now(),
    };
    void runInContext(context, () => serve(call));
    return true;
  };
}

interface Served {
  request: IncomingMessage;
  response: ServerResponse;
  method: Call['method'];
  path: string;
  /** with the query */
  url: string;
  target: Target;
  /** of the body, in bytes */
  length: number;
  requestId: string;
  traceparent: string;
  headers: HeaderList;
  startedMs: number;
}

function fail({ request, response, method, path, requestId, headers }: Served, error: unknown, logger: Logger): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  if (!request.complete) refuseBody(request);
  const key = request.headers['idempotency-key'];
  const failed = { method, path, requestId, idempotencyKey: typeof key === 'string' ? key : undefined };
  const reply = problemReply(error, failed, logger);
  const own = Object.entries(reply.headers).flat();
  const length = ['Content-Length', String(Buffer.byteLength(reply.body)), 'Cache-Control', 'no-store'];
  response.writeHead(reply.status, [...headers.list, ...own, ...length]).end(reply.body);
}

/** Infinity when it is not told. */
function lengthOf({ 'transfer-encoding': coding, 'content-length': length }: IncomingMessage['headers']): number {
  return coding === undefined ? Number(length ?? 0) : Number.POSITIVE_INFINITY;
}
