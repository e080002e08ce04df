import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import express from 'express';
import type { RequestHandler, Response } from 'express';
import { FlorinError, isFlorinError } from '@florin/errors';
import { continueTrace, runInContext, type Context } from '../context.ts';
import { IDENTITY_HEADER, type Identity, type IdentitySigner, type Role } from '../identity.ts';
import { newId } from '../ids.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Span } from '../telemetry/spans.ts';
import type { Access } from './route.ts';

const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;

/** asked every few seconds: as traces they would bury the others */
const PROBES = new Set(['/healthz', '/readyz', '/metrics']);

/** Says how many milliseconds the one who asks will still wait. */
export const TIMEOUT_HEADER = 'x-florin-timeout-ms';

/** When nobody waits for the reply any more, as the caller says. */
export function deadlineOf({ [TIMEOUT_HEADER]: waits }: IncomingHttpHeaders): Pick<Context, 'deadline'> {
  return typeof waits === 'string' && /^\d{1,7}$/.test(waits) ? { deadline: Date.now() + Number(waits) } : {};
}

const STARTED = Symbol('started');
const SPAN = Symbol('span');
type Timed = Response & { [STARTED]?: number; [SPAN]?: Span | undefined };

/** The id and the trace of a request: the caller's, when well formed, else new ones. Without a service it is not traced. */
export function contextOf({ 'x-request-id': id, traceparent }: IncomingHttpHeaders, service = ''): Context {
  const parent = typeof traceparent === 'string' ? traceparent : undefined;
  return {
    requestId: typeof id === 'string' && REQUEST_ID.test(id) ? id : newId(),
    ...continueTrace(service, 'HTTP', { kind: 'server', parent }),
  };
}

export interface ServedRequest {
  requestId: string;
  method: string;
  /** the pattern that matched, never the path itself: it labels a metric */
  route: string;
  status: number;
  /** `performance.now()` when it came in */
  startedMs: number;
  span?: Span | undefined;
}

/** Returns what times and logs each request once its reply is written. */
export function createRequestLog(logger: Logger, metrics: Metrics): (served: ServedRequest) => void {
  return ({ requestId, method, route, status, startedMs, span }) => {
    const ms = performance.now() - startedMs;
    metrics.timeHttp({ method, route, status }, ms / 1000);
    if (span) endSpan(span, { method, route, status });
    logger.info({ requestId, method, route, status, ms: Math.round(ms) }, 'http');
  };
}

/** Named as OpenTelemetry names spans of HTTP: the method and the pattern of the path. */
function endSpan(span: Span, { method, route, status }: Pick<ServedRequest, 'method' | 'route' | 'status'>): void {
  span.end({
    name: `${method} ${route}`,
    attributes: { 'http.request.method': method, 'http.route': route, 'http.response.status_code': status },
    ...(status >= 500 ? { error: { name: String(status) } } : {}),
  });
}

/** Gives the request an id and a trace (the caller's, when well formed), logs and times it. */
export function requestContext(logger: Logger, metrics: Metrics): RequestHandler {
  const log = createRequestLog(logger, metrics);
  // One listener for all responses: a closure per response kept it and its request in memory until a full collection.
  function onFinish(this: Timed): void {
    const { req: request, statusCode: status } = this;
    const route = (request.route as { path?: string } | undefined)?.path ?? 'unmatched';
    const requestId = String(this.getHeader('X-Request-Id'));
    log({ requestId, method: request.method, route, status, startedMs: this[STARTED] ?? 0, span: this[SPAN] });
  }
  return (request, response: Timed, next) => {
    const context = contextOf(request.headers, PROBES.has(request.path) ? undefined : metrics.service);
    response[STARTED] = performance.now();
    response[SPAN] = context.span;
    response.setHeader('X-Request-Id', context.requestId);
    response.on('finish', onFinish);
    runInContext(context, next);
  };
}

/** The whole body, whose length is told; undefined when the client left before its end. */
export function readBody(request: IncomingMessage, length: number): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const leave = () => {
      resolve(undefined);
    };
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, length));
    });
    request.on('close', leave).on('error', leave);
  });
}

/** Reads a JSON body of at most `limit` bytes; another content type is refused with 415. */
export function jsonBody(limit: number): RequestHandler {
  const parse = express.json({ limit, strict: true, type: () => true });
  return (request, response, next) => {
    const hasBody = request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0;
    if (!hasBody) {
      next();
      return;
    }
    if (!/^application\/json\s*(;.*)?$/i.test(request.get('content-type') ?? '')) {
      next(new FlorinError('UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json'));
      return;
    }
    parse(request, response, next);
  };
}

/** Leaves the body to the route, which reads its bytes as they are. */
export const undecodedBody: RequestHandler = (request, _response, next) => {
  const coded = (request.get('content-encoding') ?? 'identity') !== 'identity';
  next(coded ? new FlorinError('UNSUPPORTED_MEDIA_TYPE', 'Send the file without a Content-Encoding') : undefined);
};

/** The bytes of an uploaded file as they come in. Throws PAYLOAD_TOO_LARGE, INVALID_ARGUMENT when the client leaves. */
export async function* uploaded(request: IncomingMessage, maxBytes: number): AsyncIterable<Uint8Array> {
  let bytes = 0;
  try {
    // the reply to a refusal still needs the connection
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new FlorinError('PAYLOAD_TOO_LARGE', `The file must have at most ${maxBytes} bytes`);
      yield chunk;
    }
  } catch (error) {
    if (isFlorinError(error) || !request.destroyed) throw error;
    throw new FlorinError('INVALID_ARGUMENT', 'The upload was cut', { cause: error });
  }
}

/** The caller's identity as the gateway signed it, or undefined when the request carries none. */
export function readIdentity(signer: IdentitySigner, header: string | undefined): Identity | undefined {
  return header === undefined ? undefined : signer.verify(header);
}

export function identityHeader(headers: Record<string, string | string[] | undefined>): string | undefined {
  const value = headers[IDENTITY_HEADER];
  return typeof value === 'string' ? value : undefined;
}

const ROLES_FOR: Record<Exclude<Access, 'public'>, readonly Role[]> = {
  user: ['user', 'support', 'admin'],
  support: ['support', 'admin'],
  admin: ['admin'],
};

/** Throws UNAUTHENTICATED without an identity, FORBIDDEN without a role the access asks for. */
/** How long after a sign-in a person may do what a stolen session must not. */
const FRESH_SECONDS = 600;

/** Throws STEP_UP_REQUIRED unless the person has signed in, or proven again who they are, in the last ten minutes. */
export function requireFresh({ authTime }: Identity): void {
  if (Date.now() / 1000 - authTime <= FRESH_SECONDS) return;
  throw new FlorinError('STEP_UP_REQUIRED', 'Prove again who you are: POST /v1/auth/step-up');
}

export function requireAccess(access: Access, identity: Identity | undefined): void {
  if (access === 'public') return;
  if (!identity) throw new FlorinError('UNAUTHENTICATED', 'Send an access token: Authorization: Bearer <token>');
  if (!identity.roles.some((role) => ROLES_FOR[access].includes(role))) {
    throw new FlorinError('FORBIDDEN', `This needs the role ${access}`);
  }
}
