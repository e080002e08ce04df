import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  contextOf,
  createRequestLog,
  problemReply,
  runInContext,
  type Context,
  type Logger,
  type Metrics,
} from '@florin/service-kit';
import type { Config } from './config.ts';
import { refuseBody } from './edge/body.ts';
import type { Caller } from './edge/caller.ts';
import { allowedOriginsOf, createOriginHeaders } from './edge/cross-origin.ts';
import { requestLineFault } from './edge/guard.ts';
import { HeaderList } from './edge/header-list.ts';
import type { Identify } from './edge/identify.ts';
import type { Overload } from './edge/limits/overload.ts';
import { createApiHeaders } from './edge/security-headers.ts';
import type { Priority } from './proxy/turns/admission.ts';

/** A request that passes without Express. */
export interface FastCall {
  request: IncomingMessage;
  response: ServerResponse;
  method: string;
  path: string;
  /** with the query */
  url: string;
  context: Context & { deadline: number };
  /** of the reply to come */
  headers: HeaderList;
  startedMs: number;
}

/** Paths that are served without Express, and what is found for one of them. */
export interface FastTable<Found> {
  /** undefined when this request must pass Express */
  find(request: IncomingMessage, path: string): Found | undefined;
  /** low in number, fit for a metric's label */
  labelOf(found: Found): string;
  /** what goes first when not all can */
  priorityOf(found: Found, method: string): Priority;
  /** Writes the reply, or rejects with what is to be answered in its place. */
  answer(call: FastCall, found: Found, caller: Caller): Promise<void>;
  /** Answers a failure in words of its own; false leaves it to be told as a problem. */
  fail?(call: FastCall, error: unknown): boolean;
}

export interface FastPathOptions {
  config: Config;
  logger: Logger;
  metrics: Metrics;
  identify: Identify;
  overload: Overload;
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Serves a request of the table; false when it must pass another way. */
export type FastPath = <Found>(table: FastTable<Found>, request: IncomingMessage, response: ServerResponse) => boolean;

/** What every path without Express has in common: the same rules in the same order as in app.ts. */
export function createFastPath(options: FastPathOptions): FastPath {
  const { config, logger } = options;
  const log = createRequestLog(logger, options.metrics);
  const apiHeaders = createApiHeaders({ publicUrl: config.PUBLIC_URL });
  const originHeaders = createOriginHeaders(allowedOriginsOf(config));

  const serve = async <Found>(table: FastTable<Found>, call: FastCall, found: Found): Promise<void> => {
    const { request, response, method } = call;
    try {
      const fault = requestLineFault(method, call.url);
      if (fault) throw fault;
      options.overload.check(table.priorityOf(found, method));
      await table.answer(call, found, await options.identify(request, call.headers));
    } catch (error) {
      fail(table, call, error, logger);
    }
    if (!response.writableEnded) return; // the client left
    const { context, startedMs } = call;
    const { requestId, span } = context;
    log({ requestId, method, route: table.labelOf(found), status: response.statusCode, startedMs, span });
  };

  return (table, request, response) => {
    const { method = '', url = '', headers } = request;
    if (!METHODS.has(method)) return false;
    const query = url.indexOf('?');
    const path = query < 0 ? url : url.slice(0, query);
    const found = table.find(request, path);
    if (found === undefined) return false;
    const context = {
      ...contextOf(headers, options.metrics.service),
      deadline: Date.now() + config.UPSTREAM_TIMEOUT_MS,
    };
    const list = ['X-Request-Id', context.requestId, ...apiHeaders(path), ...originHeaders(headers.origin)];
    const startedMs = performance.now();
    const call = { request, response, method, path, url, context, headers: new HeaderList(list), startedMs };
    void runInContext(context, () => serve(table, call, found));
    return true;
  };
}

function fail<Found>(table: FastTable<Found>, call: FastCall, error: unknown, logger: Logger): void {
  const { request, response, method, path, context, headers } = call;
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  if (!request.complete) refuseBody(request);
  if (table.fail?.(call, error) === true) return;
  const key = request.headers['idempotency-key'];
  const idempotencyKey = typeof key === 'string' ? key : undefined;
  const reply = problemReply(error, { method, path, requestId: context.requestId, idempotencyKey }, logger);
  const own = Object.entries(reply.headers).flat();
  const length = ['Content-Length', String(Buffer.byteLength(reply.body)), 'Cache-Control', 'no-store'];
  response.writeHead(reply.status, [...headers.list, ...own, ...length]).end(reply.body);
}
