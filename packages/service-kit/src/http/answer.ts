import type { IncomingHttpHeaders } from 'node:http';
import type { Request } from 'express';
import { z } from 'zod';
import { FlorinError, checkTogether } from '@florin/errors';
import type { IdentitySigner } from '../identity.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { identityHeader, readIdentity, requireAccess, requireFresh } from './middleware.ts';
import type { CursorSigner } from './pagination.ts';
import type { Access, Reply, Route } from './route.ts';
import { validate } from './validate.ts';

export interface HttpAppOptions {
  logger: Logger;
  metrics: Metrics;
  identities: IdentitySigner;
  routes: Route[];
  /** signs the `nextCursor` of every list and checks the `cursor` that comes back; default unsigned */
  cursors?: CursorSigner | undefined;
  /** resolves when the service can work; when it rejects, /readyz replies 503 */
  ready: () => Promise<void>;
  /** addresses of the proxies whose X-Forwarded-For is believed; default none */
  trustedProxies?: string[] | undefined;
}

export const DEFAULT_BODY_BYTES = 100 * 1024;
const NOTHING = z.strictObject({});

/** A request whose parts were read. */
export interface Asked {
  params: unknown;
  query: unknown;
  body: unknown;
  headers: IncomingHttpHeaders;
  /** as Express has it; few routes look at it, and it costs some microseconds */
  request: () => Request;
}

/** The reply of a route to a request. Throws what is to be answered as a problem. */
export async function answer(route: Route, { identities, cursors }: HttpAppOptions, asked: Asked): Promise<Reply> {
  const identity = readIdentity(identities, identityHeader(asked.headers));
  requireAccess(route.access as Access, identity);
  if (route.fresh && identity) requireFresh(identity);
  const params: unknown = route.params ? validate(route.params as z.ZodType, asked.params, 'path') : {};
  const query: unknown = openCursor(
    validate((route.query ?? NOTHING) as z.ZodType, asked.query, 'query'),
    route,
    cursors,
  );
  const body = readFields(route, asked.body);
  const idempotencyKey = readIdempotencyKey(asked.headers);
  const input = {
    ...{ params, query, body, identity, idempotencyKey },
    get request() {
      return asked.request();
    },
  };
  return signCursor(await route.handler(input), route, cursors);
}

function readFields({ body: schema = NOTHING, alsoWrong }: Route, given: unknown): unknown {
  try {
    return validate(schema as z.ZodType, given, 'body');
  } catch (error) {
    const refuse = () => {
      throw error;
    };
    if (!alsoWrong || typeof given !== 'object' || given === null) return refuse();
    checkTogether(refuse, () => alsoWrong(given as Record<string, unknown>));
    return undefined;
  }
}

function openCursor(query: unknown, { path }: Route, cursors: CursorSigner | undefined): unknown {
  const { cursor } = query as { cursor?: unknown };
  return cursors && typeof cursor === 'string' ? { ...(query as object), cursor: cursors.open(cursor, path) } : query;
}

function signCursor(reply: Reply, { path }: Route, cursors: CursorSigner | undefined): Reply {
  const { nextCursor } = (reply.body ?? {}) as { nextCursor?: unknown };
  if (!cursors || typeof nextCursor !== 'string') return reply;
  return { ...reply, body: { ...(reply.body as object), nextCursor: cursors.sign(nextCursor, path) } };
}

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

/** A header that is sent twice comes as one text with a comma and a blank, which no key may hold. */
export function keyHeader({ 'idempotency-key': key }: IncomingHttpHeaders): string | undefined {
  return typeof key === 'string' ? key : undefined;
}

function readIdempotencyKey(headers: IncomingHttpHeaders): string | undefined {
  const key = keyHeader(headers);
  if (key === undefined || IDEMPOTENCY_KEY.test(key)) return key;
  throw new FlorinError('INVALID_ARGUMENT', 'Idempotency-Key: must be 1 to 200 visible ASCII characters', {
    errors: [{ path: 'Idempotency-Key', message: 'must be 1 to 200 visible ASCII characters' }],
  });
}
