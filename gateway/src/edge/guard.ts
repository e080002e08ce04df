import type { RequestHandler } from 'express';
import { FlorinError } from '@florin/errors';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const MAX_URL_LENGTH = 4_096;
/**
 * Spellings that a proxy and a service may read differently: empty and dot segments, encoded separators, dots, NUL and
 * percent signs, backslashes, anything outside the printable ASCII, broken escapes.
 */
const TRICKS = /\/\/|\\|\/\.{1,2}(?:\/|$)|%(?:2e|2f|5c|00|25)|[^\x21-\x7e]|%(?![0-9a-f]{2})|#/i;

/** Refuses methods nobody serves and paths that could mean two things. */
export function guard(): RequestHandler {
  return (request, response, next) => {
    if (!METHODS.includes(request.method)) {
      response.setHeader('Allow', METHODS.join(', '));
      next(new FlorinError('METHOD_NOT_ALLOWED', `${request.method} is not possible here`));
      return;
    }
    const url = request.url;
    const [path = ''] = url.split('?', 1);
    if (url.length > MAX_URL_LENGTH) next(new FlorinError('INVALID_ARGUMENT', 'The URL is too long'));
    else if (!path.startsWith('/') || TRICKS.test(path) || !isDecodable(path)) {
      next(new FlorinError('INVALID_ARGUMENT', 'The path is not well formed'));
    } else next();
  };
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
