import { createNamer, pascal, type Namer, type Schema } from './name-objects.ts';
import { shareParts } from './share-parts.ts';
import type { FieldTexts, OperationText, OperationTexts } from './texts.ts';

interface Content {
  schema: Schema;
  example?: unknown;
}

/** What may stand in `components`, and a reference in its place. */
export interface Part {
  description?: string;
}

interface Parameter extends Part {
  name: string;
  schema: Schema;
}

interface Response extends Part {
  content?: Record<string, Content>;
}

export interface Operation extends Part {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, Response>;
}

export interface Reference {
  tags: { name: string; description?: string | undefined }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; parameters?: Record<string, Part>; responses?: Record<string, Part> };
}

export interface Texts {
  operations: OperationTexts;
  fields: FieldTexts;
  names: Readonly<Record<string, string>>;
  /** bodies by operationId */
  examples: Readonly<Record<string, unknown>>;
  tags: Readonly<Record<string, string>>;
}

/**
 * Completes the document of `/v1` with what people read: names of operations and objects, descriptions, examples. Throws with
 * all that has no text, and all texts of what is not there.
 */
export function writeReference(document: Reference, texts: Texts): Reference {
  const { operations, fields, names, examples } = texts;
  const told = operationsOf(document).map(({ key, operation }) => ({ key, operation, text: operations[key] }));
  const faults = [
    ...told.filter(({ text }) => !text).map(({ key }) => `no text for ${key}`),
    ...unused(operations, new Set(told.map(({ key }) => key))),
  ];
  throwAll(faults);
  const namer = createNamer(document.components.schemas, names);
  for (const { operation, text } of told) if (text) nameReply(operation, text, namer);
  for (const { operation, text } of told) if (text) complete(operation, text, namer);
  giveExamples(
    told.map(({ operation }) => operation),
    examples,
  );
  describeTags(document, texts.tags);
  throwAll(unused(names, namer.used));
  document.components.schemas = sorted(namer.schemas);
  describeFields(document, fields);
  shareParts(document);
  return document;
}

const operationsOf = ({ paths }: Reference) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ key: `${method} ${path}`, operation })),
  );

const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

const contentsOf = (operation: Operation): Content[] =>
  Object.entries(operation.responses)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([, { content = {} }]) => Object.values(content));

/** Replies that have a name of their own come first, so that what else has their shape is called by it. */
function nameReply(operation: Operation, { reply }: OperationText, namer: Namer): void {
  if (reply === undefined) return;
  for (const content of contentsOf(operation)) content.schema = namer.visit(content.schema, reply);
}

function complete(operation: Operation, { id, description }: OperationText, namer: Namer): void {
  operation.operationId = id;
  operation.description = [description, operation.description].filter((text) => text !== undefined).join(' ');
  for (const content of contentsOf(operation)) content.schema = namer.visit(content.schema, `${pascal(id)}Reply`);
  for (const content of Object.values(operation.requestBody?.content ?? {})) {
    content.schema = namer.visit(content.schema, `${pascal(id)}Request`);
  }
}

function giveExamples(operations: readonly Operation[], examples: Texts['examples']): void {
  const used = new Set<string>();
  const missing: string[] = [];
  for (const { operationId, requestBody } of operations) {
    const content = requestBody?.content['application/json'];
    if (!content) continue;
    if (operationId in examples) content.example = examples[operationId];
    else missing.push(`no example for ${operationId}`);
    used.add(operationId);
  }
  throwAll([...missing, ...unused(examples, used)]);
}

function describeTags(document: Reference, tags: Texts['tags']): void {
  const missing = document.tags.filter(({ name }) => !(name in tags)).map(({ name }) => `no text for the tag ${name}`);
  throwAll([...missing, ...unused(tags, new Set(document.tags.map(({ name }) => name)))]);
  for (const tag of document.tags) tag.description = tags[tag.name];
}

function describeFields(document: Reference, fields: FieldTexts): void {
  const used = new Set<string>();
  const missing: string[] = [];
  const textOf = (owner: string, field: string): string | undefined => {
    const key = [`${owner}.${field}`, field].find((one) => one in fields);
    if (key === undefined) missing.push(`${owner}.${field}`);
    else used.add(key);
    return key === undefined ? undefined : fields[key];
  };
  for (const [name, schema] of Object.entries(document.components.schemas))
    for (const [field, one] of objectFields(schema)) one.description ??= textOf(name, field);
  for (const { operation } of operationsOf(document))
    for (const one of operation.parameters ?? [])
      one.description ??= one.schema.description ?? textOf(operation.operationId, one.name);
  throwAll([...missing.map((one) => `no text for the field ${one}`), ...unused(fields, used)]);
}

const objectFields = (schema: Schema): [string, Schema][] => Object.entries(schema.properties ?? {});

const unused = (texts: object, used: ReadonlySet<string>): string[] =>
  Object.keys(texts)
    .filter((key) => !used.has(key))
    .map((key) => `a text for ${key}, which is not there`);

function throwAll(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
