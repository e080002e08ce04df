import type { ErrorRequestHandler, Request, Response } from 'express';
import { FlorinError, isFlorinError, toProblem } from '@florin/errors';
import { currentContext } from '../context.ts';
import type { Logger } from '../logger.ts';
import { storeFault } from '../store/faults.ts';
import { jsonText } from './json-reply.ts';

export interface FailedRequest {
  method: string;
  /** without the query */
  path: string;
  requestId: string;
  idempotencyKey: string | undefined;
}

export interface ProblemReply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * A failure as RFC 9457 problem+json. A bug is logged whole and shown without internals. A store that is away is 503,
 * and both that and a 504 say whether the request may have been done, and when to ask again.
 */
export function problemReply(error: unknown, request: FailedRequest, logger: Logger): ProblemReply {
  const lost = storeFault(error);
  const known = lost ?? fromBodyParser(error);
  const told = isFlorinError(known) ? withOutcome(known, request) : known;
  const problem = toProblem(told, { instance: request.path, requestId: request.requestId });
  const details = { err: error, method: request.method, path: problem.instance };
  if (problem.status === 500) logger.error(details, 'request failed');
  else if (lost) logger.warn(details, 'request failed: a store is away');
  const headers: Record<string, string> = { 'Content-Type': 'application/problem+json; charset=utf-8' };
  if (isFlorinError(told) && told.retryAfterSeconds !== undefined) {
    headers['Retry-After'] = String(Math.max(1, Math.ceil(told.retryAfterSeconds)));
  }
  // RFC 9110 asks for it
  if (problem.status === 401) headers['WWW-Authenticate'] = 'Bearer';
  return { status: problem.status, headers, body: jsonText(problem) };
}

function sendProblem(request: Request, response: Response, error: unknown, logger: Logger): void {
  const { status, headers, body } = problemReply(
    error,
    {
      method: request.method,
      path: request.originalUrl.split('?')[0] ?? '/',
      requestId: currentContext()?.requestId ?? '',
      idempotencyKey: request.get('idempotency-key'),
    },
    logger,
  );
  if (response.headersSent) response.destroy();
  else response.status(status).set(headers).end(body);
}

/**
 * Adds to a failure in the middle of the work whether it may have been done: `meta.outcome` is `none` or `unknown`, and
 * `meta.idempotencyKey` the key to ask again with. Whoever throws the error may know better and set `outcome` itself.
 */
function withOutcome(error: FlorinError, { method, idempotencyKey: key }: FailedRequest): FlorinError {
  const late = error.code === 'DEADLINE_EXCEEDED';
  if (!late && error.meta['outcome'] === undefined) return error;
  const reads = method === 'GET' || method === 'HEAD';
  const outcome = reads ? 'none' : (error.meta['outcome'] ?? 'unknown');
  const advice =
    outcome === 'none'
      ? 'Nothing was changed.'
      : key === undefined
        ? 'It is not known whether it was done: look before you send it again.'
        : 'It is not known whether it was done: send it again with the same Idempotency-Key to learn the outcome.';
  return new FlorinError(error.code, `${error.message}. ${advice}`.replace('..', '.'), {
    errors: error.errors,
    retryAfterSeconds: error.retryAfterSeconds ?? 1,
    meta: { ...error.meta, outcome, ...(outcome === 'unknown' && key !== undefined ? { idempotencyKey: key } : {}) },
    cause: error,
  });
}

export function problemHandler(logger: Logger): ErrorRequestHandler {
  // express knows an error handler by its four parameters
  return (error: unknown, request, response, _next) => {
    sendProblem(request, response, error, logger);
  };
}

/** Maps the http-errors of body-parser and the router, which carry a `type` or `status`, to our codes. */
function fromBodyParser(error: unknown): unknown {
  if (isFlorinError(error) || !(error instanceof Error)) return error;
  const { type, status } = error as { type?: string; status?: number };
  switch (type) {
    case 'entity.too.large':
      return new FlorinError('PAYLOAD_TOO_LARGE', 'The request body is too large');
    case 'entity.parse.failed':
      return new FlorinError('INVALID_ARGUMENT', 'The request body is not a JSON object', {
        errors: [{ path: '', message: 'must be a JSON object' }],
      });
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new FlorinError('UNSUPPORTED_MEDIA_TYPE', 'The content encoding or charset is not supported');
    default:
      return status !== undefined && status >= 400 && status < 500
        ? new FlorinError('INVALID_ARGUMENT', 'The request could not be read')
        : error;
  }
}
