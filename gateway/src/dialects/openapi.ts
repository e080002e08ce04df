import { z } from 'zod';
import type { Dialect, DialectRoute } from './dialect.ts';
import { methodsOf } from './mount.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of one dialect, from its routes. */
export function dialectOpenApi({ title, description, routes, name }: Dialect): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    for (const method of methodsOf(route)) {
      paths[path] = { ...paths[path], [method.toLowerCase()]: operation(name, route, method, path) };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title, version: '1', description },
    servers: [{ url: '/' }],
    paths,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  };
}

function operation(dialect: string, route: DialectRoute, method: string, path: string): Json {
  const parameters = [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')];
  const body = route.body && method !== 'GET' ? requestBody(route) : undefined;
  return {
    operationId: `${dialect}-${method.toLowerCase()}${path.replace(/[^A-Za-z0-9]+/g, '-')}`,
    summary: route.summary,
    tags: [route.tag],
    ...(route.access === 'public' ? {} : { security: [{ bearer: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: Object.fromEntries(
      Object.entries(route.replies).map(([status, { description, example }]) => [
        status,
        { description, ...(example === undefined ? {} : { content: { 'application/json': { example } } }) },
      ]),
    ),
  };
}

function requestBody(route: DialectRoute): Json {
  const content = {
    schema: jsonSchema(route.body as z.ZodType),
    ...(route.example === undefined ? {} : { example: route.example as unknown }),
  };
  return { content: { 'application/json': content, 'application/x-www-form-urlencoded': content } };
}

function parametersOf(schema: unknown, where: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema as z.ZodType) as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, inner]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: inner,
  }));
}

function jsonSchema(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  return rest;
}
