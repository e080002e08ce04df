import { z } from 'zod';
import { ERROR_CODES, HTTP_STATUS, TITLES, type ErrorCode } from '@florin/errors';
import {
  jsonSchema,
  openApiDocument,
  openApiPath,
  type Json,
  type OpenApiInfo,
  type OpenApiOperation,
} from './document.ts';
import type { Access, Route } from '../route.ts';

const WHO_MAY: Record<Access, string> = {
  public: 'Needs no sign-in.',
  user: 'For the person who is signed in.',
  support: 'For support staff and admins.',
  admin: 'For admins.',
};

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string(),
  code: z.enum(ERROR_CODES),
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
  requestId: z.string(),
  meta: z.record(z.string(), z.unknown()).optional(),
});

/** The OpenAPI 3.1 document of a table of routes, made from the schemas that check the requests. */
export function toOpenApi(info: OpenApiInfo['info'], routes: Route[]): Json {
  const schemas = { Problem: jsonSchema(problemSchema, 'output') };
  return openApiDocument({ info, schemas }, routes.map(operation));
}

function operation(route: Route): OpenApiOperation {
  const path = openApiPath(route.path);
  const body = route.body as z.ZodType | undefined;
  return {
    operationId: `${route.method}${path.replace(/[^A-Za-z0-9]+(.)?/g, (_all, next: string | undefined) => (next ?? '').toUpperCase())}`,
    method: route.method,
    path,
    summary: route.summary,
    description: `${WHO_MAY[route.access as Access]}${route.fresh ? ' Needs a fresh sign-in.' : ''}`,
    tag: route.tag,
    needsToken: route.access !== 'public',
    params: route.params as z.ZodType | undefined,
    query: route.query as z.ZodType | undefined,
    parameters: route.idempotent ? [idempotencyParameter] : [],
    body: route.upload === undefined ? jsonOf(body) : fileOf(route.upload),
    responses: { ...success(route), ...notModified(route), ...failures(route) },
  };
}

const jsonOf = (body: z.ZodType | undefined) =>
  body && { schema: body, contentTypes: ['application/json'], required: !mayBeLeftOut(body) };

const fileOf = (description: string) => ({
  schema: z.string().meta({ format: 'binary', description }),
  contentTypes: ['*/*'],
  required: true,
});

/** A body none of whose fields is needed may be left out. */
const mayBeLeftOut = (body: z.ZodType): boolean => body.safeParse({}).success;

const idempotencyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A repeat with the same key gets the first reply, with `Idempotency-Replayed: true`',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

const replayedHeader = {
  'Idempotency-Replayed': { description: '`true` on the reply to a repeat', schema: { type: 'string', const: 'true' } },
};

function success({ reply, idempotent }: Route): Json {
  const content = {
    ...(reply.schema ? { 'application/json': { schema: jsonSchema(reply.schema, 'output') } } : {}),
    ...Object.fromEntries([reply.contentType ?? []].flat().map((type) => [type, { schema: { type: 'string' } }])),
  };
  return {
    [reply.status]: {
      description: reply.description ?? 'Done',
      ...(idempotent ? { headers: replayedHeader } : {}),
      ...(Object.keys(content).length > 0 ? { content } : {}),
    },
  };
}

/** Every GET reply carries an ETag. */
function notModified({ method }: Route): Json {
  return method === 'get' ? { 304: { description: 'Not changed since the reply whose ETag is in If-None-Match' } } : {};
}

function failures(route: Route): Json {
  const needsRole = route.access === 'admin' || route.access === 'support';
  const codes: ErrorCode[] = [
    'INVALID_ARGUMENT',
    'RATE_LIMITED',
    'UNAVAILABLE',
    'DEADLINE_EXCEEDED',
    // a page of another site may read, but not change anything by the person's cookie
    ...(needsRole || route.method !== 'get' ? (['FORBIDDEN'] as const) : []),
    // a body that nobody asked for is read, too
    ...(route.method !== 'get' ? (['PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'] as const) : []),
    ...(route.access === 'public' ? [] : (['UNAUTHENTICATED'] as const)),
    ...(route.idempotent ? (['IDEMPOTENCY_MISMATCH'] as const) : []),
    ...(route.fresh ? (['STEP_UP_REQUIRED'] as const) : []),
    ...(route.errors ?? []),
  ];
  const byStatus = Map.groupBy(codes, (code) => HTTP_STATUS[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      status,
      {
        description: [...new Set(ofStatus)].map((code) => `${code}: ${TITLES[code]}`).join('; '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}
