import { FlorinError, TITLES, type ErrorCode } from '@florin/errors';
import { openApiDocument, openApiPath } from '@florin/service-kit';
import type { z } from 'zod';
import { methodsOf, type Dialect, type DialectRoute } from './dialect.ts';

const CONTENT_TYPES = ['application/json', 'application/x-www-form-urlencoded'];

/** The OpenAPI 3.1 document of one dialect, from its routes. */
export function dialectOpenApi(dialect: Dialect): Record<string, unknown> {
  const { title, description, routes } = dialect;
  const operations = routes.flatMap((route) =>
    methodsOf(route).map((method) => operation(dialect, route, method.toLowerCase())),
  );
  return openApiDocument({ info: { title, version: '1', description }, server: '/' }, operations);
}

function operation(dialect: Dialect, route: DialectRoute, method: string) {
  const path = openApiPath(route.path);
  const hasBody = Boolean(route.body) && method !== 'get';
  return {
    operationId: `${dialect.name}-${method}${path.replace(/[^A-Za-z0-9]+/g, '-')}`,
    method,
    path,
    summary: route.summary,
    tag: route.tag,
    needsToken: route.access !== 'public',
    params: route.params as z.ZodType | undefined,
    query: route.query as z.ZodType | undefined,
    body: hasBody
      ? { schema: route.body as z.ZodType, contentTypes: CONTENT_TYPES, example: route.example }
      : undefined,
    responses: responses(dialect, route, method),
  };
}

interface Shown {
  description: string;
  examples: unknown[];
}

/** What the route tells of, and what the plumbing may answer in its place, by status. */
function responses(dialect: Dialect, route: DialectRoute, method: string) {
  const told: [number, Shown][] = Object.entries(route.replies).map(
    ([status, { description, example, others = [] }]) => [
      Number(status),
      { description, examples: [...(example === undefined ? [] : [example]), ...others] },
    ],
  );
  const byStatus = new Map(told);
  for (const error of failures(route, method)) {
    const { status = 200, body } = dialect.renderError(error, route.path);
    const known = byStatus.get(status) ?? { description: error.message, examples: [] };
    byStatus.set(status, { ...known, examples: [...known.examples, body] });
  }
  return Object.fromEntries(
    [...byStatus].map(([status, { description, examples }]) => [
      status,
      {
        description,
        ...(examples.length === 0 ? {} : { content: { 'application/json': content(examples, dialect) } }),
      },
    ]),
  );
}

function failures({ access, path }: DialectRoute, method: string): FlorinError[] {
  const codes: ErrorCode[] = [
    'INVALID_ARGUMENT',
    'RATE_LIMITED',
    'UNAVAILABLE',
    'DEADLINE_EXCEEDED',
    ...(path.includes(':') ? (['NOT_FOUND'] as const) : []),
    ...(method === 'get' ? [] : (['FORBIDDEN', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'] as const)),
    ...(access === 'public' ? [] : (['UNAUTHENTICATED', 'SESSION_REVOKED', 'FORBIDDEN'] as const)),
  ];
  const missing = new FlorinError('UNAUTHENTICATED', TITLES.UNAUTHENTICATED, { meta: { reason: 'missing' } });
  return [...(access === 'public' ? [] : [missing]), ...codes.map((code) => new FlorinError(code, TITLES[code]))];
}

function content(examples: readonly unknown[], dialect: Dialect) {
  const schemas = new Map(
    examples.map((example) => {
      const schema = schemaOf(example, dialect);
      return [JSON.stringify(schema), schema];
    }),
  );
  const [only, ...more] = schemas.values();
  return { schema: more.length === 0 ? only : { anyOf: [...schemas.values()] }, example: examples[0] };
}

/** The JSON schema of values like this one: the same fields with the same types. A null says nothing of the type. */
function schemaOf(value: unknown, dialect: Dialect): object {
  const { optionalFields: optional = [], echoedFields: echoed = [] } = dialect;
  if (value === null || value === undefined) return {};
  if (Array.isArray(value))
    return { type: 'array', ...(value.length > 0 ? { items: schemaOf(value[0], dialect) } : {}) };
  if (typeof value !== 'object') return { type: typeof value };
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const required = fields.map(([name]) => name).filter((name) => ![...optional, ...echoed].includes(name));
  const properties = fields.map(([name, inner]: [string, unknown]) => {
    const schema = echoed.includes(name) ? {} : schemaOf(inner, dialect);
    return [name, optional.includes(name) ? { anyOf: [schema, { type: 'null' }] } : schema];
  });
  const byName = Object.fromEntries(properties) as Record<string, object>;
  return { type: 'object', properties: byName, ...(required.length > 0 ? { required } : {}) };
}
