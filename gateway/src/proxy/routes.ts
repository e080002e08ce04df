import type { IncomingMessage } from 'node:http';
import type { FlorinError } from '@florin/errors';
import type { RequestHandler } from 'express';
import type { Config } from '../config.ts';
import { callerOf } from '../edge/caller.ts';
import type { PublicOperations } from '../openapi/public-operations.ts';
import { badCredential } from '../session/session.ts';
import { targetOf } from './table.ts';
import type { Upstreams } from './upstreams.ts';

/** Hands a request to the service its path names. A bad credential is refused here, unless the operation needs none. */
export function proxyRoutes(options: {
  upstreams: Upstreams;
  publicOperations: PublicOperations;
  config: Pick<Config, 'DEPLOYMENT'>;
}): RequestHandler {
  const { upstreams, publicOperations, config } = options;
  return (request, response, next) => {
    const target = targetOf(request.path, config);
    if (!target) {
      next();
      return;
    }
    request.route = { path: target.label };
    const fault = credentialFault(request);
    if (fault && target.label.startsWith('/v1/') && !publicOperations.has(request.method, request.path)) next(fault);
    else upstreams[target.service].handle(request, response, next, target.maxBodyBytes);
  };
}

/**
 * Why a request's credential is no good; undefined when it has none or a good one. An Authorization that no reader took for
 * a token says nothing of who calls; a cookie that does makes up for it.
 */
export function credentialFault(request: IncomingMessage): FlorinError | undefined {
  const { fault, session } = callerOf(request);
  if (fault) return fault;
  return request.headers.authorization !== undefined && !session ? badCredential('malformed') : undefined;
}
