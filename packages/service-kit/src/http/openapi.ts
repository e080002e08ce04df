import { z } from 'zod';
import { ERROR_CODES, HTTP_STATUS, TITLES } from '@florin/errors';
import type { ErrorCode } from '@florin/errors';
import type { Route } from './route.ts';

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

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of a table of routes, made from the schemas that check the requests. */
export function toOpenApi(info: { title: string; version: string; description?: string }, routes: Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route, path) };
  }
  return {
    openapi: '3.1.0',
    info,
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: jsonSchema(problemSchema, 'output') },
    },
  };
}

function operation(route: Route, path: string): Json {
  const parameters = [
    ...parametersOf(route.params as z.ZodType | undefined, 'path'),
    ...parametersOf(route.query as z.ZodType | undefined, 'query'),
    ...(route.idempotent ? [idempotencyParameter] : []),
  ];
  return {
    operationId: `${route.method}${path.replace(/[^A-Za-z0-9]+(.)?/g, (_all, next: string | undefined) => (next ?? '').toUpperCase())}`,
    summary: route.summary,
    tags: [route.tag],
    ...(route.access === 'public' ? {} : { security: [{ bearer: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body
      ? {
          requestBody: {
            required: isNeeded(route.body as z.ZodType),
            content: json(jsonSchema(route.body as z.ZodType, 'input')),
          },
        }
      : {}),
    responses: { ...success(route), ...failures(route) },
  };
}

/** A body of which nothing is needed may be left out. */
const isNeeded = (body: z.ZodType): boolean => !body.safeParse({}).success;

const idempotencyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A repeat with the same key gets the first reply, with `Idempotency-Replayed: true`',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

function parametersOf(schema: z.ZodType | undefined, where: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, inner]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: inner,
  }));
}

const replayedHeader = {
  'Idempotency-Replayed': { description: '`true` on the reply to a repeat', schema: { type: 'string', const: 'true' } },
};

function success({ reply, idempotent }: Route): Json {
  const types = [reply.contentType ?? []].flat();
  const content = reply.schema
    ? { content: json(jsonSchema(reply.schema, 'output')) }
    : types.length > 0
      ? { content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }])) }
      : {};
  const headers = idempotent ? { headers: replayedHeader } : {};
  return { [reply.status]: { description: reply.description ?? 'Done', ...headers, ...content } };
}

function failures(route: Route): Json {
  const codes: ErrorCode[] = [
    'INVALID_ARGUMENT',
    'RATE_LIMITED',
    'UNAVAILABLE',
    ...(route.access === 'admin' || route.access === 'support' ? (['FORBIDDEN'] as const) : []),
    ...(route.body ? (['PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'] as const) : []),
    ...(route.access === 'public' ? [] : (['UNAUTHENTICATED'] as const)),
    ...(route.idempotent ? (['IDEMPOTENCY_MISMATCH'] as const) : []),
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

function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Json;
  return rest;
}
