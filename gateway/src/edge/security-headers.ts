import type { RequestHandler } from 'express';
import helmet from 'helmet';

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

/** Response headers that keep browsers safe. Pages of this gateway use only its own assets; HSTS only where people come by https. */
export function securityHeaders({ publicUrl }: { publicUrl: string }): RequestHandler {
  const secure = publicUrl.startsWith('https://');
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...SELF, ...(secure ? { upgradeInsecureRequests: [] } : {}) },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  return (request, response, next) => {
    headers(request, response, (error?: unknown) => {
      if (PICTURE.test(request.path)) response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      next(error);
    });
  };
}
