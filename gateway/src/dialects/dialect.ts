import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import type { FlorinError } from '@florin/errors';
import type { Clock } from '@florin/service-kit';
import type { Clients } from '../clients/index.ts';
import type { Config } from '../config.ts';
import type { Session } from '../session/session.ts';

export type DialectMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a handler or an error renderer answers with. An object is sent as JSON; a Buffer needs `contentType`. */
export interface DialectReply {
  /** default 200 */
  status?: number;
  body?: unknown;
  contentType?: string;
  headers?: Record<string, string>;
  /** values of Set-Cookie, see cookies.ts */
  cookies?: string[];
}

/** A request as it came, before any schema saw it: what several dialects on one path are told apart by. */
export interface RawInput {
  request: IncomingMessage;
  body: Record<string, unknown>;
  query: Record<string, unknown>;
}

export interface DialectInput<B, Q, P> {
  request: IncomingMessage;
  body: B;
  query: Q;
  params: P;
  /** set when the route's access is `session`, else when the caller happens to be signed in */
  session: Session | undefined;
  /** the caller's address, past trusted proxies */
  ip: string;
  /** false for a browser's request from a page of another site; cookies must not count then */
  sameSite: boolean;
  /** of a route with `once`: the same for every try of one write; else empty */
  idempotencyKey: string;
}

/** What the handler of a route with these schemas of body and query gets. */
export type InputOf<B extends z.ZodType, Q extends z.ZodType = z.ZodType> = DialectInput<
  z.output<B>,
  z.output<Q>,
  unknown
>;
export type SessionInputOf<B extends z.ZodType, Q extends z.ZodType = z.ZodType> = InputOf<B, Q> & { session: Session };

export interface DialectRouteSpec<
  B extends z.ZodType,
  Q extends z.ZodType,
  P extends z.ZodType,
  A extends 'public' | 'session',
> {
  /** a list where the published API takes several, e.g. GET or POST */
  method: DialectMethod | readonly DialectMethod[];
  /** e.g. `/finance/wallet/:id`; answers with and without a trailing slash */
  path: string;
  summary: string;
  tag: string;
  /** `session`: the caller must be signed in; else UNAUTHENTICATED (meta.reason missing, invalid or expired), SESSION_REVOKED */
  access: A;
  /** on a path that several dialects serve: true when this request is for this one. One route of the path has none and gets the rest */
  claims?(input: RawInput): boolean;
  /** z.object, not strict: unknown fields are ignored. A fault is thrown as INVALID_ARGUMENT to the dialect's renderError */
  body?: B;
  query?: Q;
  params?: P;
  /**
   * A write that takes effect once: sent again because no reply came, it answers what the first try did. `tap`: so does the
   * same again right after a reply. `last`: it ends the session that it comes with, and is answered all the same.
   */
  once?: true | 'tap' | 'last';
  /** largest body in bytes; default 100 KiB */
  maxBodyBytes?: number;
  /** For the dialect's OpenAPI document, whose types are those of the examples; `others` are further shapes of the reply. */
  replies: Record<number, { description: string; example?: unknown; others?: unknown[] }>;
  example?: unknown;
  handler(
    input: DialectInput<z.output<B>, z.output<Q>, z.output<P>> & (A extends 'session' ? { session: Session } : object),
    deps: DialectDeps,
  ): Promise<DialectReply>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the one place where routes of all shapes are held together
export type DialectRoute = DialectRouteSpec<any, any, any, any>;

/** Declares one route of a dialect. */
export function dialectRoute<
  B extends z.ZodType,
  Q extends z.ZodType,
  P extends z.ZodType,
  const A extends 'public' | 'session',
>(spec: DialectRouteSpec<B, Q, P, A>): DialectRoute {
  return spec;
}

/** The methods that a route serves. */
export function methodsOf({ method }: DialectRoute): readonly string[] {
  return typeof method === 'string' ? [method] : method;
}

/** A published API: its routes, and how it words a failure. */
export interface Dialect {
  /** also the folder's name and the `via` given to auth */
  name: string;
  title: string;
  description: string;
  /** paths under which errors are worded by this dialect even when no route fits; the longest one wins */
  prefixes: readonly string[];
  routes: readonly DialectRoute[];
  /** names of fields that a reply may lack, or hold null in, wherever they are */
  optionalFields?: readonly string[];
  /** names of fields that tell what was sent, of any type or none */
  echoedFields?: readonly string[];
  /** fields may also come in the query string; the body wins */
  queryInBody?: boolean;
  /** How this dialect words an error. Gets every failure under its prefixes: 404, 405, 413, 429 and bugs (INTERNAL) included. */
  renderError(error: FlorinError, path: string): DialectReply;
}

/** What dialects are made of, and handlers are given with each request. */
export interface DialectDeps {
  clients: Clients;
  config: Config;
  clock: Clock;
}
