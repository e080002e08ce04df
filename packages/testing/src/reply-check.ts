import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

interface Response {
  content?: Record<string, unknown>;
  $ref?: string;
}

interface Operation {
  responses: Record<string, Response>;
}

interface Document {
  /** below docs/api */
  file: string;
  operations: Documented[];
}

/** One operation of a document: the pattern of its path, and how to check a reply of a status and content type. */
interface Documented {
  file: string;
  method: string;
  path: string;
  pattern: RegExp;
  /** of paths that fit, the one with the fewest parameters is meant */
  parameters: number;
  operation: Operation;
  /** the document's, by name */
  shared: Record<string, Response>;
}

interface Reply {
  method: string;
  path: string;
  status: number;
  contentType: string | null;
}

const FOLDER = join(import.meta.dirname, '../../../docs/api');
const DIALECTS = 'dialects';

let loaded: { documents: Document[]; validator(file: string, pointer: string): ValidateFunction } | undefined;

function load() {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  // a CommonJS module whose default export is the function
  (formats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv);
  const dialects = readdirSync(join(FOLDER, DIALECTS)).map((name) => `${DIALECTS}/${name}`);
  const documents = ['openapi.json', ...dialects].map((file) => {
    const document = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Parameters<typeof operationsOf>[1];
    ajv.addSchema(document, file);
    return { file, operations: operationsOf(file, document) };
  });
  const compiled = new Map<string, ValidateFunction>();
  const validator = (file: string, pointer: string) => {
    const reference = `${file}#${pointer}`;
    const known = compiled.get(reference) ?? ajv.compile({ $ref: reference });
    compiled.set(reference, known);
    return known;
  };
  return { documents, validator };
}

interface Parsed {
  paths: Record<string, Record<string, Operation>>;
  components?: { responses?: Record<string, Response> };
}

function operationsOf(file: string, { paths, components }: Parsed): Documented[] {
  // dialects answer with a slash at the end as well
  const end = file.startsWith(DIALECTS) ? '/?$' : '$';
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      file,
      method: method.toUpperCase(),
      path,
      pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}${end}`),
      parameters: path.split('{').length,
      operation,
      shared: components?.responses ?? {},
    })),
  );
}

const escape = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/**
 * Throws when a reply is not one that the documents of docs/api tell of: another status, content type or shape. Of a path that
 * several dialects serve, one of them must tell of it. What is under no documented path is not looked at.
 */
export function checkReply(reply: Reply, body: unknown): void {
  loaded ??= load();
  const [pathname = ''] = reply.path.split('?');
  const fitting = loaded.documents.flatMap(({ operations }) => {
    const ofPath = operations.filter(({ method, pattern }) => method === reply.method && pattern.test(pathname));
    return ofPath.sort((a, b) => a.parameters - b.parameters).slice(0, 1);
  });
  const faults = fitting.map((found) => faultOf(found, reply, body));
  if (fitting.length === 0 || faults.includes(undefined)) return;
  throw new Error(`${faults.join('\n')}\n${JSON.stringify(body)}`);
}

/** Why a reply is none of an operation's; undefined when it is one. */
function faultOf(found: Documented, { method, status, contentType }: Reply, body: unknown): string | undefined {
  const told = `${method} ${found.path} replied ${status}`;
  const named = found.operation.responses[String(status)]?.$ref?.split('/').at(-1);
  const response = named === undefined ? found.operation.responses[String(status)] : found.shared[named];
  if (!response) return `${told}, which docs/api/${found.file} does not list for it`;
  const type = contentType?.split(';')[0];
  if (!type || !response.content) return undefined;
  if (!(type in response.content)) return `${told} as ${type}, which docs/api/${found.file} does not list for it`;
  if (!type.endsWith('json')) return undefined;
  const at =
    named === undefined
      ? ['paths', found.path, method.toLowerCase(), 'responses', String(status)]
      : ['components', 'responses', named];
  const pointer = [...at, 'content', type, 'schema'];
  const validate = loaded?.validator(found.file, `/${pointer.map(escape).join('/')}`);
  if (!validate || validate(body)) return undefined;
  const faults = (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message ?? ''}`);
  return `${told} in a shape that docs/api/${found.file} does not show: ${faults.join('; ')}`;
}
