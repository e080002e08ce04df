import type { ErrorRequestHandler, Request } from 'express';
import { FlorinError, isFlorinError } from '@florin/errors';
import type { Logger } from '@florin/service-kit';
import type { Dialect } from './dialect.ts';
import { sendReply } from './reply.ts';

const OWNER = Symbol('owner');
type Owned = Request & { [OWNER]?: Dialect };

/** Notes which dialect a request was found to be for; its errors are worded by it. */
export function setOwner(request: Owned, dialect: Dialect): void {
  request[OWNER] = dialect;
}

/** Answers failures under the dialects' paths in their own shapes; passes on the rest. */
export function dialectErrors(dialects: readonly Dialect[], logger: Logger): ErrorRequestHandler {
  const prefixes = dialects
    .flatMap((dialect) => dialect.prefixes.map((prefix) => ({ prefix, dialect })))
    .sort((a, b) => b.prefix.length - a.prefix.length);
  const ownerOf = (request: Owned) => {
    const path = plainPath(request);
    return request[OWNER] ?? prefixes.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))?.dialect;
  };
  return (error: unknown, request, response, next) => {
    const dialect = response.headersSent ? undefined : ownerOf(request);
    if (!dialect) {
      next(error);
      return;
    }
    const known = isFlorinError(error) ? error : new FlorinError('INTERNAL', 'Something went wrong on our side');
    if (known.code === 'INTERNAL') logger.error({ err: error, dialect: dialect.name }, 'dialect request failed');
    if (known.retryAfterSeconds !== undefined) {
      response.setHeader('Retry-After', Math.max(1, Math.ceil(known.retryAfterSeconds)));
    }
    sendReply(response, dialect.renderError(known, request));
  };
}

/** The path as it was probably meant, to find whose client sent it; never used to serve anything. */
function plainPath(request: Request): string {
  const [path = ''] = request.originalUrl.split('?', 1);
  try {
    return decodeURIComponent(path).replace(/[\\/]+/g, '/');
  } catch {
    return path.replace(/\/+/g, '/');
  }
}
