import express, { type Router } from 'express';
import { FlorinError } from '@florin/errors';
import { requireAccess } from '@florin/service-kit';
import { callerOf } from '../edge/caller.ts';
import { credentialFault } from '../proxy/routes.ts';
import { HEALTH_PATH } from '../proxy/table.ts';
import { lookAtHealth, type HealthOptions, type SystemHealth } from './look.ts';

const KEPT_MS = 1_000;

export function healthRoutes(options: HealthOptions): Router {
  const look = shared(() => lookAtHealth(options));
  const router = express.Router({ caseSensitive: true });
  router.get(HEALTH_PATH, async (request, response) => {
    const fault = credentialFault(request);
    if (fault) throw fault;
    requireAccess('support', callerOf(request).session?.identity);
    response.setHeader('Cache-Control', 'no-store').json(await look());
  });
  router.all(HEALTH_PATH, (request, response) => {
    response.setHeader('Allow', 'GET, HEAD');
    throw new FlorinError('METHOD_NOT_ALLOWED', `${request.method} is not possible here; try GET`);
  });
  return router;
}

/** One look answers all who ask within a second: several screens stay open at a time. */
function shared(look: () => Promise<SystemHealth>): () => Promise<SystemHealth> {
  let last: { at: number; answer: Promise<SystemHealth> } | undefined;
  return () => {
    if (!last || performance.now() - last.at > KEPT_MS) last = { at: performance.now(), answer: look() };
    return last.answer;
  };
}
