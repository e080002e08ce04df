import { z } from 'zod';

export type Json = Record<string, unknown>;

/** One operation of an OpenAPI document, from whatever table of routes it comes. */
export interface OpenApiOperation {
  operationId: string;
  /** in lower case */
  method: string;
  /** as `openApiPath` returns it */
  path: string;
  summary: string;
  description?: string;
  tag: string;
  /** whether the operation asks for an access token */
  needsToken: boolean;
  params?: z.ZodType | undefined;
  query?: z.ZodType | undefined;
  /** further parameters, as the document has them */
  parameters?: Json[];
  body?: OpenApiBody | undefined;
  /** by status, as the document has them */
  responses: Json;
}

export interface OpenApiBody {
  schema: z.ZodType;
  contentTypes: readonly string[];
  required?: boolean;
  example?: unknown;
}

export interface OpenApiInfo {
  info: { title: string; version: string; description?: string };
  /** URL of the API relative to the document; default none is named */
  server?: string;
  /** schemas that responses refer to as `#/components/schemas/<name>` */
  schemas?: Json;
}

/** The path of an express route as OpenAPI writes it: `/v1/wallets/:id` is `/v1/wallets/{id}`. */
export function openApiPath(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

/** The OpenAPI 3.1 document of operations; their schemas are made from the zod schemas that check the requests. */
export function openApiDocument({ info, server, schemas }: OpenApiInfo, operations: readonly OpenApiOperation[]): Json {
  const paths: Record<string, Json> = {};
  for (const one of operations) paths[one.path] = { ...paths[one.path], [one.method]: operation(one) };
  return {
    openapi: '3.1.0',
    info,
    ...(server === undefined ? {} : { servers: [{ url: server }] }),
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      ...(schemas ? { schemas } : {}),
    },
  };
}

/** Formats that say what their long patterns say. */
const TOLD_BY_FORMAT = new Set<unknown>(['uuid', 'date-time', 'date', 'email']);

/** The JSON schema of what goes in or comes out, without the `$schema` that OpenAPI 3.1 implies. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
    override: ({ jsonSchema: one }) => {
      if (TOLD_BY_FORMAT.has(one.format)) delete one.pattern;
      // what every integer of JSON is held to
      if (one.minimum === Number.MIN_SAFE_INTEGER) delete one.minimum;
      if (one.maximum === Number.MAX_SAFE_INTEGER) delete one.maximum;
    },
  }) as Json;
  return rest;
}

function operation({
  operationId,
  summary,
  description,
  tag,
  needsToken,
  body,
  responses,
  ...inputs
}: OpenApiOperation): Json {
  const parameters = [
    ...parametersOf(inputs.params, 'path'),
    ...parametersOf(inputs.query, 'query'),
    ...(inputs.parameters ?? []),
  ];
  return {
    operationId,
    summary,
    ...(description === undefined ? {} : { description }),
    tags: [tag],
    security: needsToken ? [{ bearer: [] }] : [],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: requestBody(body) } : {}),
    responses,
  };
}

function requestBody({ schema, contentTypes, required, example }: OpenApiBody): Json {
  const content = { schema: jsonSchema(schema, 'input'), ...(example === undefined ? {} : { example }) };
  return {
    ...(required === undefined ? {} : { required }),
    content: Object.fromEntries(contentTypes.map((type) => [type, content])),
  };
}

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
