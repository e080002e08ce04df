import type { ErrorRequestHandler, Request, Response } from 'express';
import { FlorinError, isFlorinError, toProblem } from '@florin/errors';
import { currentContext } from '../context.ts';
import type { Logger } from '../logger.ts';

/** Replies with a failure as RFC 9457 problem+json. A bug is logged whole and shown without internals. */
export function sendProblem(request: Request, response: Response, error: unknown, logger: Logger): void {
  const known = fromBodyParser(error);
  const problem = toProblem(known, {
    instance: request.originalUrl.split('?')[0] ?? '/',
    requestId: currentContext()?.requestId ?? '',
  });
  if (problem.status === 500)
    logger.error({ err: error, method: request.method, path: problem.instance }, 'request failed');
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (isFlorinError(known) && known.retryAfterSeconds !== undefined) {
    response.setHeader('Retry-After', String(Math.max(1, Math.ceil(known.retryAfterSeconds))));
  }
  // RFC 9110 asks for it
  if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  response
    .status(problem.status)
    .type('application/problem+json')
    .send(`${JSON.stringify(problem)}\n`);
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
