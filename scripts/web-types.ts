/** Writes web/src/api/schema.d.ts, the types of `/v1`, from docs/api/openapi.json. Errors are left out: they have one shape (api/fault.ts). */
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTs, { astToString, type OpenAPI3 } from 'openapi-typescript';

interface Operation {
  summary?: string;
  description?: string;
  responses: Record<string, { headers?: object }>;
}

const root = `${import.meta.dirname}/..`;
const { paths, ...rest } = JSON.parse(readFileSync(`${root}/docs/api/openapi.json`, 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};

function lean({ summary: _summary, description: _description, ...operation }: Operation): Operation {
  const good = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  const responses = Object.fromEntries(good.map(([status, { headers: _headers, ...reply }]) => [status, reply]));
  return { ...operation, responses };
}

const shown = Object.entries(paths)
  .filter(([path]) => path.startsWith('/v1/'))
  .map(([path, operations]) => [
    path,
    Object.fromEntries(Object.entries(operations).map(([method, operation]) => [method, lean(operation)])),
  ]);
const document = { ...rest, paths: Object.fromEntries(shown) as object } as OpenAPI3;
const types = astToString(
  await openapiTs(document, { exportType: true, emptyObjectsUnknown: true, defaultNonNullable: false }),
);
// what a field means stands in the document
const bare = types.replaceAll(/^ *\/\*\*(?:[^*]|\*(?!\/))*\*\/\n/gm, '').replaceAll(/^ +\w+\?: never;\n/gm, '');
writeFileSync(`${root}/web/src/api/schema.d.ts`, `// made by scripts/web-types.ts\n${bare}`);
