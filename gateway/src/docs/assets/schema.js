/** JSON Schema as a person reads it: a flat list of fields, and an example that fits. */

const MAX_DEPTH = 6;

export function resolve(schema, components, depth = 0) {
  if (!schema || depth > MAX_DEPTH) return {};
  if (!schema.$ref) return schema;
  const found = components?.schemas?.[schema.$ref.split('/').pop()];
  return found ? resolve(found, components, depth + 1) : {};
}

/** Rows { name, type, required, note } of an object schema, nested fields dotted. */
export function fieldsOf(raw, components, prefix = '', depth = 0) {
  const schema = resolve(raw, components);
  if (depth > MAX_DEPTH) return [];
  if (schema.type === 'array') return fieldsOf(schema.items, components, `${prefix}[]`, depth + 1);
  const variants = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (variants && !schema.properties)
    return unique(variants.flatMap((one) => fieldsOf(one, components, prefix, depth + 1)));
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const name = prefix ? `${prefix}.${key}` : key;
    const inner = resolve(value, components);
    const row = {
      name,
      type: typeOf(inner, components),
      required: (schema.required ?? []).includes(key),
      note: noteOf(inner),
    };
    return [row, ...fieldsOf(inner, components, name, depth + 1)];
  });
}

function unique(rows) {
  return [...new Map(rows.map((row) => [row.name, row])).values()];
}

export function typeOf(raw, components) {
  const schema = resolve(raw, components);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return [...new Set(variants.map((one) => typeOf(one, components)))].join(' | ');
  if (schema.type === 'array') return `array of ${typeOf(schema.items ?? {}, components)}`;
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : schema.type;
  return schema.format ? `${type} (${schema.format})` : (type ?? 'any');
}

export function noteOf(schema) {
  const notes = [];
  if (schema.description) notes.push(schema.description);
  if (schema.minLength !== undefined || schema.maxLength !== undefined)
    notes.push(`${schema.minLength ?? 0} to ${schema.maxLength ?? '∞'} characters`);
  if (schema.minimum !== undefined || schema.exclusiveMinimum !== undefined)
    notes.push(schema.minimum !== undefined ? `from ${schema.minimum}` : `above ${schema.exclusiveMinimum}`);
  if (schema.maximum !== undefined && schema.maximum < Number.MAX_SAFE_INTEGER) notes.push(`to ${schema.maximum}`);
  if (schema.pattern && !schema.format) notes.push(`matches ${schema.pattern}`);
  if (schema.default !== undefined) notes.push(`default ${JSON.stringify(schema.default)}`);
  return notes.join(', ');
}

const BY_FORMAT = {
  uuid: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4',
  'date-time': '2026-11-21T09:00:00.000Z',
  date: '2026-11-21',
  email: 'ada@example.com',
  uri: 'https://example.com',
};
const BY_NAME = {
  currency: 'USD',
  password: 'correct horse battery',
  code: '123456',
  timeZone: 'Europe/London',
  mobile: '+447700900123',
};

/** What must be there; of an object where nothing must, the first field: often it is a choice of one. */
function exampleFields({ properties = {}, required = [] }) {
  const entries = Object.entries(properties);
  return required.length > 0 ? entries.filter(([key]) => required.includes(key)) : entries.slice(0, 1);
}

export function exampleOf(raw, components, name = '', depth = 0) {
  const schema = resolve(raw, components);
  if (depth > MAX_DEPTH) return null;
  if (schema.examples?.length) return schema.examples[0];
  if (schema.example !== undefined) return schema.example;
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const variants = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (variants && !schema.properties) return exampleOf(variants[0], components, name, depth + 1);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object' || schema.properties) {
    return Object.fromEntries(
      exampleFields(schema).map(([key, value]) => [key, exampleOf(value, components, key, depth + 1)]),
    );
  }
  if (type === 'array') return [exampleOf(schema.items ?? {}, components, name, depth + 1)];
  if (type === 'integer' || type === 'number') return /amount/i.test(name) ? 1250 : Math.max(1, schema.minimum ?? 1);
  if (type === 'boolean') return true;
  if (type === 'null') return null;
  return BY_NAME[name] ?? BY_FORMAT[schema.format] ?? (name || 'text');
}

/** The first body an operation takes: its type, schema and a value that fits; undefined when it takes none. */
export function bodyExample(operation, components) {
  const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (!content) return undefined;
  const given = content.example ?? Object.values(content.examples ?? {})[0]?.value;
  return { type, value: given ?? exampleOf(content.schema, components), schema: content.schema };
}
