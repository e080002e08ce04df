type Json = Record<string, unknown>;

interface Operation {
  security?: unknown[];
  parameters?: { name: string; in: string; required?: boolean; schema?: Json }[];
  requestBody?: { content?: Record<string, { schema?: Json; example?: unknown }> };
}

interface Document {
  paths?: Record<string, Record<string, Operation>>;
}

interface Sample {
  lang: string;
  label: string;
  source: string;
}

/** The document with a sample in curl and one in TypeScript at every operation, for calls to the gateway at `url`. */
export function withSamples(document: object, url: string): object {
  const paths = Object.entries((document as Document).paths ?? {}).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations).map(([method, operation]) => [
        method,
        { ...operation, 'x-codeSamples': samplesOf({ url, path, method: method.toUpperCase(), operation }) },
      ]),
    ),
  ]);
  return { ...document, paths: Object.fromEntries(paths) as object };
}

interface Call {
  url: string;
  path: string;
  method: string;
  operation: Operation;
}

function samplesOf({ url, path, method, operation }: Call): Sample[] {
  const given = (operation.parameters ?? []).filter(
    ({ in: where, required }) => where === 'query' && required === true,
  );
  const query = given.map(({ name, schema }) => `${name}=${encodeURIComponent(String(exampleOf(schema)))}`).join('&');
  const target = `${url}${path}${query === '' ? '' : `?${query}`}`;
  const content = operation.requestBody?.content?.['application/json'];
  const body = content && (content.example ?? exampleOf(content.schema));
  const headers = {
    ...(operation.security?.length ? { Authorization: 'Bearer TOKEN' } : {}),
    ...(operation.parameters?.some(({ name }) => name === 'Idempotency-Key') ? { 'Idempotency-Key': 'KEY' } : {}),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  };
  return [
    { lang: 'bash', label: 'curl', source: curl(method, target, headers, body) },
    { lang: 'typescript', label: 'TypeScript', source: typeScript(method, target, headers, body) },
  ];
}

function curl(method: string, target: string, headers: Record<string, string>, body: unknown): string {
  const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(target)}`,
    ...Object.entries(headers).map(([name, value]) => `  -H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`  -d ${quoted(JSON.stringify(body))}`]),
  ].join(' \\\n');
}

function typeScript(method: string, target: string, headers: Record<string, string>, body: unknown): string {
  const indented = (value: unknown) => JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
  const options = [
    ...(method === 'GET' ? [] : [`  method: '${method}',`]),
    ...(Object.keys(headers).length === 0 ? [] : [`  headers: ${indented(headers)},`]),
    ...(body === undefined ? [] : [`  body: JSON.stringify(${indented(body)}),`]),
  ];
  const call = options.length === 0 ? '' : `, {\n${options.join('\n')}\n}`;
  return `const response = await fetch(${JSON.stringify(target)}${call});
if (!response.ok) throw new Error(\`\${response.status} \${await response.text()}\`);
const reply: unknown = await response.json();
`;
}

const STRINGS: Record<string, string> = {
  uuid: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4',
  email: 'ada@example.com',
  date: '2026-11-30',
  'date-time': '2026-11-30T09:00:00.000Z',
};
const DEEPEST = 6;

/** A value that fits a JSON schema: its own example, else its needed fields. */
function exampleOf(schema: Json | undefined, depth = 0): unknown {
  if (!schema || depth > DEEPEST) return undefined;
  const {
    example,
    examples,
    default: usual,
    const: fixed,
    enum: values,
    anyOf,
    oneOf,
    type,
    minimum,
  } = schema as {
    examples?: unknown[];
    enum?: unknown[];
    anyOf?: Json[];
    oneOf?: Json[];
  } & Json;
  const told = example ?? examples?.[0] ?? fixed ?? values?.[0] ?? usual;
  if (told !== undefined) return told;
  const inner = anyOf ?? oneOf;
  if (inner) return exampleOf(inner[0], depth + 1);
  const first = Array.isArray(type) ? (type[0] as unknown) : type;
  if (first === 'object') return fieldsOf(schema, depth);
  if (first === 'array') return [exampleOf(schema['items'] as Json, depth + 1)].filter((item) => item !== undefined);
  if (first === 'integer' || first === 'number') return typeof minimum === 'number' && minimum > 0 ? minimum : 1;
  return first === 'boolean' ? true : (STRINGS[String(schema['format'])] ?? 'text');
}

function fieldsOf({ properties, required }: Json, depth: number): Json {
  const all = Object.entries((properties ?? {}) as Record<string, Json>);
  const needed = all.filter(([name]) => (required as string[] | undefined)?.includes(name));
  return Object.fromEntries(
    (needed.length > 0 ? needed : all).map(([name, inner]) => [name, exampleOf(inner, depth + 1)]),
  );
}
