import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { setHeaders } from './header-list.ts';

const SELF = {
  defaultSrc: ["'self'"],
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  imgSrc: ["'self'", 'data:'],
};

/** Pictures are meant to be shown by pages of any origin; who may see one is decided by the service. */
const PICTURE = /^\/v1\/users\/[^/]+\/picture$/;

const HSTS_SECONDS = 31_536_000;

/** What an API's reply needs, name after value: it is no page, so it may load nothing and stand in no frame. */
export function createApiHeaders({ publicUrl }: { publicUrl: string }): (path: string) => readonly string[] {
  const headersFor = (policy: string) => [
    ...['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
    ...['Cross-Origin-Resource-Policy', policy],
    ...['X-Content-Type-Options', 'nosniff'],
    ...(publicUrl.startsWith('https://')
      ? ['Strict-Transport-Security', `max-age=${HSTS_SECONDS}; includeSubDomains`]
      : []),
  ];
  const own = headersFor('same-origin');
  const shown = headersFor('cross-origin');
  return (path) => (PICTURE.test(path) ? shown : own);
}

/** Response headers that keep browsers safe. Pages of this gateway use only its own assets; HSTS only where people come by https. */
export function securityHeaders({ publicUrl }: { publicUrl: string }): RequestHandler {
  const secure = publicUrl.startsWith('https://');
  const forPages = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...SELF, ...(secure ? { upgradeInsecureRequests: [] } : {}) },
    },
    strictTransportSecurity: secure ? { maxAge: HSTS_SECONDS } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  const apiHeaders = createApiHeaders({ publicUrl });
  return (request, response, next) => {
    if (!request.path.startsWith('/v1/')) {
      forPages(request, response, next);
      return;
    }
    setHeaders(response, apiHeaders(request.path));
    next();
  };
}
