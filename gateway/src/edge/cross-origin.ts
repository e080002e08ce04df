import cors from 'cors';
import type { CorsOptions } from 'cors';
import type { RequestHandler } from 'express';
import type { Config } from '../config.ts';

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

const LOCAL = ['http://localhost:*', 'http://127.0.0.1:*'];

/** The browser origins that may call, with cookies: ALLOWED_ORIGINS, in development every port of this machine as well. */
export function allowedOriginsOf(config: Pick<Config, 'ALLOWED_ORIGINS' | 'DEPLOYMENT'>): readonly string[] {
  return config.DEPLOYMENT === 'development' ? [...config.ALLOWED_ORIGINS, ...LOCAL] : config.ALLOWED_ORIGINS;
}

/** `http://localhost:*` stands for every port. */
function patternOf(allowed: string): string | RegExp {
  return allowed.endsWith(':*')
    ? new RegExp(`^${allowed.slice(0, -2).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(:\\d{1,5})?$`)
    : allowed;
}

function isAllowed(allowed: readonly string[], origin: string): boolean {
  return allowed.map(patternOf).some((one) => (typeof one === 'string' ? one === origin : one.test(origin)));
}

/** Lets pages of the listed origins call, with cookies; `*` lets any call, without. Preflights are answered here. */
export function crossOrigin(allowed: readonly string[]): RequestHandler {
  const any = allowed.includes('*');
  const options: CorsOptions = {
    origin: any ? '*' : allowed.map(patternOf),
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
  if (typeof origin === 'string' && isAllowed(options.allowed, origin)) return true;
  if (typeof site === 'string') return site === 'same-origin' || site === 'same-site' || site === 'none';
  if (typeof origin !== 'string') return true;
  const originHost = URL.canParse(origin) ? new URL(origin).host : '';
  return originHost !== '' && (originHost === host || originHost === new URL(options.publicUrl).host);
}
