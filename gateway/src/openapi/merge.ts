type Json = Record<string, unknown>;

interface Part {
  paths?: Record<string, Json>;
  components?: { schemas?: Json; securitySchemes?: Json };
}

const DESCRIPTION = `One API in front of five services. Amounts are whole numbers of minor units (1250 = 12.50 USD).
Times are ISO 8601 in UTC. Lists answer { data, nextCursor }; pass nextCursor as ?cursor= for the next page.
Errors are application/problem+json (RFC 9457) with a code of a closed list. A POST that creates or moves something
takes an Idempotency-Key. Sign in at POST /v1/auth/login and send Authorization: Bearer <accessToken>.`;

/**
 * Merges the services' OpenAPI documents into the one of the gateway, paths sorted. Throws when two of them serve the
 * same operation, share an operationId, or mean different things by one component.
 */
export function mergeOpenApi(documents: readonly object[]): Json {
  const paths: Record<string, Json> = {};
  const schemas: Json = {};
  const securitySchemes: Json = {};
  for (const document of documents as readonly Part[]) {
    for (const [path, operations] of Object.entries(document.paths ?? {})) {
      paths[path] ??= {};
      add(paths[path], operations, `operation of ${path}`);
    }
    add(schemas, document.components?.schemas ?? {}, 'schema');
    add(securitySchemes, document.components?.securitySchemes ?? {}, 'security scheme');
  }
  const sorted = Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1)));
  refuseSharedIds(sorted);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Florin',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: tagsOf(sorted),
    paths: sorted,
    components: { securitySchemes, schemas },
  };
}

function add(into: Json, from: Json, what: string): void {
  for (const [name, value] of Object.entries(from)) {
    if (what.startsWith('operation') ? name in into : name in into && !same(into[name], value)) {
      throw new Error(`two services define the ${what} ${name}`);
    }
    into[name] = value;
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function operationsOf(paths: Record<string, Json>): { operationId?: string; tags?: string[] }[] {
  return Object.values(paths).flatMap((path) => Object.values(path) as { operationId?: string; tags?: string[] }[]);
}

function tagsOf(paths: Record<string, Json>): { name: string }[] {
  const names = new Set(operationsOf(paths).flatMap(({ tags = [] }) => tags));
  return [...names].sort().map((name) => ({ name }));
}

function refuseSharedIds(paths: Record<string, Json>): void {
  const seen = new Set<string>();
  for (const { operationId } of operationsOf(paths)) {
    if (operationId === undefined) continue;
    if (seen.has(operationId)) throw new Error(`two operations are called ${operationId}`);
    seen.add(operationId);
  }
}
