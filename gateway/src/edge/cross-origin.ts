import cors from 'cors';
import type { CorsOptions } from 'cors';
import type { RequestHandler } from 'express';

const EXPOSED = [
  'ETag',
  'Idempotency-Replayed',
  'Location',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Retry-After',
  'X-Request-Id',
];

/** Lets pages of the listed origins call, with cookies; `*` lets any call, without. Preflights are answered here. */
export function crossOrigin(allowed: readonly string[]): RequestHandler {
  const any = allowed.includes('*');
  const options: CorsOptions = {
    origin: any ? '*' : [...allowed],
    credentials: !any,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: [
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'If-Match',
      'If-None-Match',
      'X-Device-Id',
      'X-Request-Id',
    ],
    exposedHeaders: EXPOSED,
    maxAge: 600,
  };
  const preflight = cors(options);
  const others = cors({ ...options, preflightContinue: true });
  return (request, response, next) => {
    const asks = request.method === 'OPTIONS' && 'access-control-request-method' in request.headers;
    (asks ? preflight : others)(request, response, next);
  };
}

/**
 * False for a browser's request from a page of another site. A request without Origin and Sec-Fetch-Site comes from
 * no browser, so no page made it.
 */
export function isSameSite(
  headers: Record<string, string | string[] | undefined>,
  options: { publicUrl: string; allowed: readonly string[] },
): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers;
  if (typeof origin === 'string' && options.allowed.includes(origin)) return true;
  if (typeof site === 'string') return site === 'same-origin' || site === 'same-site' || site === 'none';
  if (typeof origin !== 'string') return true;
  const originHost = URL.canParse(origin) ? new URL(origin).host : '';
  return originHost !== '' && (originHost === host || originHost === new URL(options.publicUrl).host);
}
