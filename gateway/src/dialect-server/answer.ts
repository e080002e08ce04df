import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { FlorinError } from '@florin/errors';
import { validate } from '@florin/service-kit';
import { requireSession } from '../dialects/access.ts';
import {
  methodsOf,
  type DialectDeps,
  type DialectInput,
  type DialectReply,
  type DialectRoute,
  type RawInput,
} from '../dialects/dialect.ts';
import type { DoubleTap } from '../dialects/double-tap.ts';
import { readBody, readQuery } from '../dialects/input.ts';
import { callerOf } from '../edge/caller.ts';
import type { SiteTest } from '../edge/cross-origin.ts';
import type { ReplyHeaders } from '../edge/header-list.ts';
import type { Found, Served } from './table.ts';
import { setOwner } from './wording.ts';

export interface AnswerOptions {
  isSameSite: SiteTest;
  doubleTap: DoubleTap;
  /** what the routes' handlers are given */
  deps: DialectDeps;
}

/** A request for a path of a dialect, once it is known who calls. */
export interface Asked extends Found {
  request: IncomingMessage;
  response: ServerResponse;
  /** headers of the reply to come */
  headers: ReplyHeaders;
}

const DEFAULT_BODY_BYTES = 100 * 1024;
const ANYTHING = z.object({});

/** What a dialect replies. On a path that several serve it is decided request by request, see `claims`. Throws what is to be worded. */
export async function answerDialect(asked: Asked, options: AnswerOptions): Promise<DialectReply> {
  const { request, response, params } = asked;
  const fitting = fittingOf(asked);
  const query = readQuery(request);
  const limit = Math.max(...fitting.map(({ route }) => bodyLimitOf(request, route)));
  const read = await readBody(request, limit).then(
    (body) => ({ body, fault: undefined }),
    (fault: unknown) => ({ body: {}, fault: fault instanceof Error ? fault : new Error(String(fault)) }),
  );
  const { dialect, route } = choose(asked.path, fitting, { request, body: read.body, query });
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
      params: validate((route.params ?? ANYTHING) as z.ZodType, { ...params }, 'path'),
      query: validate((route.query ?? ANYTHING) as z.ZodType, query, 'query'),
      body: validate((route.body ?? ANYTHING) as z.ZodType, fields, 'body'),
    };
    return route.handler(input as DialectInput<unknown, unknown, unknown>, options.deps);
  };
  if (!route.once) return handle('');
  const sent = JSON.stringify([params, query, fields], textOfNumber);
  const parts = [request.method ?? '', route.path, writerOf(request, route), sent];
  const write = { response, dialect: dialect.name, parts, tap: route.once === 'tap' };
  const { result, replayed } = await options.doubleTap.run(write, handle);
  if (replayed) asked.headers.setHeader('Idempotency-Replayed', 'true');
  return result;
}

/** The routes that the request's method fits. Throws METHOD_NOT_ALLOWED where there is none. */
function fittingOf({ request, served, headers }: Asked): readonly Served[] {
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '');
  const fitting = served.filter(({ route }) => methodsOf(route).includes(method));
  if (fitting.length > 0) return fitting;
  const [owner, ...others] = new Set(served.map(({ dialect }) => dialect));
  // where several share the path, the one whose prefix fits best words it
  if (owner && others.length === 0) setOwner(request, owner);
  const allow = [...new Set(served.flatMap(({ route }) => methodsOf(route)))].join(', ');
  headers.setHeader('Allow', allow);
  throw new FlorinError('METHOD_NOT_ALLOWED', `${request.method} is not possible here; try ${allow}`);
}

/** A form sends an amount as text, JSON perhaps as a number. */
const textOfNumber = (_name: string, value: unknown) => (typeof value === 'number' ? String(value) : value);

/** Whose write it is. Where nobody need be signed in, the fields tell, and the cookies of a sign-in that has begun. */
function writerOf(request: IncomingMessage, { access, once }: DialectRoute): string {
  const { session, ended } = callerOf(request);
  const known = once === 'last' ? (session ?? ended) : session;
  if (access === 'session') return (known ?? requireSession(request)).identity.userId;
  return known?.identity.userId ?? request.headers.cookie ?? '';
}

/** What needs a session takes a large body only with one. */
function bodyLimitOf(request: IncomingMessage, { access, maxBodyBytes = DEFAULT_BODY_BYTES }: DialectRoute): number {
  return access === 'session' && !callerOf(request).session ? Math.min(maxBodyBytes, DEFAULT_BODY_BYTES) : maxBodyBytes;
}

function choose(path: string, fitting: readonly Served[], raw: RawInput): Served {
  const chosen =
    fitting.find(({ route }) => route.claims?.(raw) === true) ?? fitting.find(({ route }) => !route.claims);
  if (!chosen) throw new FlorinError('NOT_FOUND', `There is no ${path}`);
  return chosen;
}

function callerInput(request: IncomingMessage, route: DialectRoute, options: AnswerOptions) {
  const { ip, session } = callerOf(request);
  return {
    ip,
    session: route.access === 'session' ? requireSession(request) : session,
    sameSite: options.isSameSite(request.headers),
  };
}
