import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

interface Operation {
  responses: Record<string, { content?: Record<string, unknown> }>;
}

/** One operation of the document: the pattern of its path, and how to check a reply of a status and content type. */
interface Documented {
  method: string;
  path: string;
  pattern: RegExp;
  /** of paths that fit, the one with the fewest parameters is meant */
  parameters: number;
  operation: Operation;
}

const DOCUMENT = join(import.meta.dirname, '../../../docs/api/openapi.json');

let loaded: { operations: Documented[]; validator(pointer: string): ValidateFunction } | undefined;

function load() {
  const document = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as { paths: Record<string, Record<string, Operation>> };
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  // a CommonJS module whose default export is the function
  (formats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv);
  ajv.addSchema(document, 'openapi');
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
      parameters: path.split('{').length,
      operation,
    })),
  );
  const compiled = new Map<string, ValidateFunction>();
  const validator = (pointer: string) => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `openapi#${pointer}` });
    compiled.set(pointer, known);
    return known;
  };
  return { operations, validator };
}

const escape = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/**
 * Throws when a reply of `/v1` is not one that docs/api/openapi.json tells of: another status, content type or shape. What
 * is under no documented path is not looked at.
 */
export function checkReply(
  { method, path, status, contentType }: { method: string; path: string; status: number; contentType: string | null },
  body: unknown,
): void {
  loaded ??= load();
  const [pathname = ''] = path.split('?');
  const fitting = loaded.operations.filter((one) => one.method === method && one.pattern.test(pathname));
  const [found] = fitting.sort((a, b) => a.parameters - b.parameters);
  if (!found) return;
  const told = `${method} ${found.path} replied ${status}`;
  const response = found.operation.responses[String(status)];
  if (!response) throw new Error(`${told}, which docs/api/openapi.json does not list for it: ${JSON.stringify(body)}`);
  const type = contentType?.split(';')[0];
  if (!type || !response.content) return;
  if (!(type in response.content))
    throw new Error(`${told} as ${type}, which docs/api/openapi.json does not list for it`);
  if (!type.endsWith('json')) return;
  const pointer = ['paths', found.path, method.toLowerCase(), 'responses', String(status), 'content', type, 'schema'];
  const validate = loaded.validator(`/${pointer.map(escape).join('/')}`);
  if (validate(body)) return;
  const faults = (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message ?? ''}`);
  throw new Error(`${told} in a shape of its own: ${faults.join('; ')}\n${JSON.stringify(body)}`);
}
