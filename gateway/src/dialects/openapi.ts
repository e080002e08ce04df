import { openApiDocument, openApiPath } from '@florin/service-kit';
import type { z } from 'zod';
import type { Dialect, DialectRoute } from './dialect.ts';
import { methodsOf } from './mount.ts';

const CONTENT_TYPES = ['application/json', 'application/x-www-form-urlencoded'];

/** The OpenAPI 3.1 document of one dialect, from its routes. */
export function dialectOpenApi({ title, description, routes, name }: Dialect): Record<string, unknown> {
  const operations = routes.flatMap((route) =>
    methodsOf(route).map((method) => operation(name, route, method.toLowerCase())),
  );
  return openApiDocument({ info: { title, version: '1', description }, server: '/' }, operations);
}

function operation(dialect: string, route: DialectRoute, method: string) {
  const path = openApiPath(route.path);
  const hasBody = Boolean(route.body) && method !== 'get';
  return {
    operationId: `${dialect}-${method}${path.replace(/[^A-Za-z0-9]+/g, '-')}`,
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
    responses: Object.fromEntries(
      Object.entries(route.replies).map(([status, { description, example }]) => [
        status,
        { description, ...(example === undefined ? {} : { content: { 'application/json': { example } } }) },
      ]),
    ),
  };
}
