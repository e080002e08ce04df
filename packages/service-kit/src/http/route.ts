import type { Request } from 'express';
import type { z } from 'zod';
import type { ErrorCode } from '@florin/errors';
import type { Identity } from '../identity.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Who may call: anyone, a signed-in person, support staff or admins (an admin may do what support may). */
export type Access = 'public' | 'user' | 'support' | 'admin';

export interface Reply {
  status?: number;
  /** sent as JSON; a Buffer or string needs `contentType`, a stream of strings or bytes (an async iterable) that of the route's reply too */
  body?: unknown;
  contentType?: string;
  headers?: Record<string, string | string[]>;
}

export interface RouteInput<P, Q, B, A extends Access> {
  params: P;
  query: Q;
  body: B;
  identity: A extends 'public' ? Identity | undefined : Identity;
  /** the client's Idempotency-Key, checked for form */
  idempotencyKey: string | undefined;
  request: Request;
}

export interface RouteSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends Access> {
  method: Method;
  /** express path, e.g. `/v1/wallets/:id` */
  path: string;
  summary: string;
  tag: string;
  access: A;
  /** only within ten minutes of a sign-in or step-up; later STEP_UP_REQUIRED */
  fresh?: boolean;
  params?: P;
  query?: Q;
  body?: B;
  /**
   * Throws what else is wrong with a body that its schema refuses, so that all is told in one round. It gets the fields as they
   * came; of a field that the schema names already nothing is added.
   */
  alsoWrong?: (body: Readonly<Record<string, unknown>>) => void;
  /** a POST that creates or moves something: takes Idempotency-Key */
  idempotent?: boolean;
  reply: { status: number; schema?: z.ZodType; description?: string; contentType?: string | readonly string[] };
  /** codes this route may answer besides those every route may */
  errors?: ErrorCode[];
  /** largest body in bytes; default 100 KiB */
  maxBodyBytes?: number;
  /** the body is a file of any content type, told with these words: nothing has read it, `uploaded(request)` gives its bytes */
  upload?: string;
  handler(input: RouteInput<z.output<P>, z.output<Q>, z.output<B>, A>): Promise<Reply>;
}

/** A route as the app and the OpenAPI generator see it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the one place where routes of all shapes are held together
export type Route = RouteSpec<any, any, any, any>;

/** Declares one route: parse, call the use case, reply. The schemas are checked before the handler and make the OpenAPI page. */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, const A extends Access>(
  spec: RouteSpec<P, Q, B, A>,
): Route {
  return spec;
}
