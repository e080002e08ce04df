import type { Express, Request, Response } from 'express';
import { z } from 'zod';
import { FlorinError } from '@florin/errors';
import { validate } from '@florin/service-kit';
import { callerOf } from '../edge/caller.ts';
import type { SiteTest } from '../edge/cross-origin.ts';
import { requireSession } from './access.ts';
import type { Dialect, DialectDeps, DialectInput, DialectRoute } from './dialect.ts';
import { setOwner } from './errors.ts';
import { readBody, readQuery } from './input.ts';
import type { DoubleTap } from './double-tap.ts';
import { sendReply } from './reply.ts';

interface Served {
  dialect: Dialect;
  route: DialectRoute;
}

export interface MountOptions {
  isSameSite: SiteTest;
  doubleTap: DoubleTap;
  /** what the routes' handlers are given */
  deps: DialectDeps;
}

const DEFAULT_BODY_BYTES = 100 * 1024;
const ANYTHING = z.object({});

/** Serves the dialects' routes. A path that several serve is decided request by request, see `claims`. */
export function mountDialects(app: Express, dialects: readonly Dialect[], options: MountOptions): void {
  const served = dialects.flatMap((dialect) => dialect.routes.map((route) => ({ dialect, route })));
  for (const [path, ofPath] of Map.groupBy(served, ({ route }) => route.path)) {
    app.all(path, async (request, response) => {
      const fitting = ofPath.filter(({ route }) => methodsOf(route).includes(methodOf(request)));
      if (fitting.length === 0) refuseMethod(request, response, ofPath);
      await serve(request, response, fitting, options);
    });
  }
}

export function methodsOf({ method }: DialectRoute): readonly string[] {
  return typeof method === 'string' ? [method] : method;
}

function methodOf({ method }: Request): string {
  return method === 'HEAD' ? 'GET' : method;
}

function refuseMethod(request: Request, response: Response, ofPath: readonly Served[]): never {
  const [owner, ...others] = new Set(ofPath.map(({ dialect }) => dialect));
  // where several share the path, the one whose prefix fits best words it
  if (owner && others.length === 0) setOwner(request, owner);
  const allow = [...new Set(ofPath.flatMap(({ route }) => methodsOf(route)))].join(', ');
  response.setHeader('Allow', allow);
  throw new FlorinError('METHOD_NOT_ALLOWED', `${request.method} is not possible here; try ${allow}`);
}

async function serve(
  request: Request,
  response: Response,
  fitting: readonly Served[],
  options: MountOptions,
): Promise<void> {
  const query = readQuery(request);
  const limit = Math.max(...fitting.map(({ route }) => bodyLimitOf(request, route)));
  const read = await readBody(request, limit).then(
    (body) => ({ body, fault: undefined }),
    (fault: unknown) => ({ body: {}, fault: fault instanceof Error ? fault : new Error(String(fault)) }),
  );
  const { dialect, route } = choose(fitting, { request, body: read.body, query });
  setOwner(request, dialect);
  if (read.fault) {
    if (route.access === 'session') requireSession(request);
    throw read.fault;
  }
  const fields = dialect.queryInBody ? { ...query, ...read.body } : read.body;
  const handle = async (idempotencyKey: string) => {
    const input = {
      request,
      idempotencyKey,
      ...callerInput(request, route, options),
      params: validate((route.params ?? ANYTHING) as z.ZodType, { ...request.params }, 'path'),
      query: validate((route.query ?? ANYTHING) as z.ZodType, query, 'query'),
      body: validate((route.body ?? ANYTHING) as z.ZodType, fields, 'body'),
    };
    return route.handler(input as DialectInput<unknown, unknown, unknown>, options.deps);
  };
  if (!route.once) {
    sendReply(response, await handle(''));
    return;
  }
  const sent = JSON.stringify([request.params, query, fields], textOfNumber);
  const parts = [request.method, route.path, writerOf(request, route), sent];
  const write = { request, dialect: dialect.name, parts, tap: route.once === 'tap' };
  const { result, replayed } = await options.doubleTap.run(write, handle);
  if (replayed) response.setHeader('Idempotency-Replayed', 'true');
  sendReply(response, result);
}

/** A form sends an amount as text, JSON perhaps as a number. */
const textOfNumber = (_name: string, value: unknown) => (typeof value === 'number' ? String(value) : value);

/** Whose write it is. Where nobody need be signed in, the fields tell, and the cookies of a sign-in that has begun. */
function writerOf(request: Request, { access, once }: DialectRoute): string {
  const { session, ended } = callerOf(request);
  const known = once === 'last' ? (session ?? ended) : session;
  if (access === 'session') return (known ?? requireSession(request)).identity.userId;
  return known?.identity.userId ?? request.headers.cookie ?? '';
}

/** What needs a session takes a large body only with one. */
function bodyLimitOf(request: Request, { access, maxBodyBytes = DEFAULT_BODY_BYTES }: DialectRoute): number {
  return access === 'session' && !callerOf(request).session ? Math.min(maxBodyBytes, DEFAULT_BODY_BYTES) : maxBodyBytes;
}

function choose(fitting: readonly Served[], raw: Parameters<NonNullable<DialectRoute['claims']>>[0]): Served {
  const chosen =
    fitting.find(({ route }) => route.claims?.(raw) === true) ?? fitting.find(({ route }) => !route.claims);
  if (!chosen) throw new FlorinError('NOT_FOUND', `There is no ${raw.request.path}`);
  return chosen;
}

function callerInput(request: Request, route: DialectRoute, options: MountOptions) {
  const { ip, session } = callerOf(request);
  return {
    ip,
    session: route.access === 'session' ? requireSession(request) : session,
    sameSite: options.isSameSite(request.headers),
  };
}
