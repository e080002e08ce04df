import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const operationSchema = z.looseObject({
  tags: z.array(z.string()).optional(),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
});

const documentSchema = z.looseObject({
  openapi: z.string().startsWith('3.1'),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
});

export type OpenApiDocument = z.infer<typeof documentSchema>;

const FILE = join(import.meta.dirname, '../../../docs/api/openapi.json');

/** The merged document of `/v1` that `npm run generate` writes. Throws when it is missing or is no OpenAPI 3.1. */
export function readOpenApi(file: string = FILE): OpenApiDocument {
  return documentSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
