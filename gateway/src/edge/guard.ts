import type { RequestHandler } from 'express';
import { FlorinError } from '@florin/errors';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const MAX_URL_LENGTH = 4_096;
/**
 * Spellings that a proxy and a service may read differently: empty and dot segments, encoded separators, dots, NUL and
 * percent signs, backslashes, anything outside the printable ASCII, broken escapes.
 */
const TRICKS = /\/\/|\\|\/\.{1,2}(?:\/|$)|%(?:2e|2f|5c|00|25)|[^\x21-\x7e]|%(?![0-9a-f]{2})|#/i;

/** What is wrong with a method or path: one that nobody serves, or that could mean two things. Undefined when nothing is. */
export function requestLineFault(method: string, url: string): FlorinError | undefined {
  if (!METHODS.includes(method)) return new FlorinError('METHOD_NOT_ALLOWED', `${method} is not possible here`);
  if (url.length > MAX_URL_LENGTH) return new FlorinError('INVALID_ARGUMENT', 'The URL is too long');
  const [path = ''] = url.split('?', 1);
  return path.startsWith('/') && !TRICKS.test(path) && (!path.includes('%') || isDecodable(path))
    ? undefined
    : new FlorinError('INVALID_ARGUMENT', 'The path is not well formed');
}

/** Refuses what `requestLineFault` names. */
export function guard(): RequestHandler {
  return (request, response, next) => {
    const fault = requestLineFault(request.method, request.url);
    if (fault?.code === 'METHOD_NOT_ALLOWED') response.setHeader('Allow', METHODS.join(', '));
    next(fault);
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
