import type { IncomingMessage } from 'node:http';
import { FlorinError, isFlorinError } from '@florin/errors';
import type { Logger } from '@florin/service-kit';
import type { Dialect, DialectReply } from '../dialects/dialect.ts';

const OWNER = Symbol('owner');
type Owned = IncomingMessage & { [OWNER]?: Dialect };

/** Notes which dialect a request was found to be for; its errors are worded by it. */
export function setOwner(request: Owned, dialect: Dialect): void {
  request[OWNER] = dialect;
}

/** Words a failure of a request as its dialect does; undefined when its path is no dialect's. */
export type Wording = (error: unknown, request: IncomingMessage) => DialectReply | undefined;

/** Returns what words failures under the dialects' paths in their own shapes. */
export function createWording(dialects: readonly Dialect[], logger: Logger): Wording {
  const prefixes = dialects
    .flatMap((dialect) => dialect.prefixes.map((prefix) => ({ prefix, dialect })))
    .sort((a, b) => b.prefix.length - a.prefix.length);
  const ownerOf = (request: Owned, url: string) => {
    const path = plainPath(url);
    return request[OWNER] ?? prefixes.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))?.dialect;
  };
  return (error, request) => {
    const { url = '' } = request;
    const dialect = ownerOf(request, url);
    if (!dialect) return undefined;
    const known = isFlorinError(error) ? error : new FlorinError('INTERNAL', 'Something went wrong on our side');
    if (known.code === 'INTERNAL') logger.error({ err: error, dialect: dialect.name }, 'dialect request failed');
    const reply = dialect.renderError(known, url.split('?', 1)[0] ?? '');
    if (known.retryAfterSeconds === undefined) return reply;
    const retryAfter = String(Math.max(1, Math.ceil(known.retryAfterSeconds)));
    return { ...reply, headers: { 'Retry-After': retryAfter, ...reply.headers } };
  };
}

/** The path as it was probably meant, to find whose client sent it; never used to serve anything. */
function plainPath(url: string): string {
  const [path = ''] = url.split('?', 1);
  try {
    return decodeURIComponent(path).replace(/[\\/]+/g, '/');
  } catch {
    return path.replace(/\/+/g, '/');
  }
}
