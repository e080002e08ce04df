/**
 * Writes docs/settings.md from the schemas of all processes: meanings are the comments beside them, or stand in
 * operations/meanings.ts where one comment speaks of several. Fails when a setting has none.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { z } from 'zod';
import { env } from '@florin/service-kit';
import { shape as auth } from '@florin/auth/config';
import { shape as finance } from '@florin/finance/config';
import { shape as ledger } from '@florin/ledger/config';
import { shape as notify } from '@florin/notify/config';
import { shape as users } from '@florin/users/config';
import { shape as gateway } from '../gateway/src/config.ts';
import { DEFAULTS, MEANINGS } from './operations/meanings.ts';

const root = `${import.meta.dirname}/..`;
const PROCESSES: Record<string, z.ZodRawShape> = { gateway, auth, users, ledger, finance, notify };
const SOURCES = [
  'packages/service-kit/src/config.ts',
  'gateway/src/config.ts',
  ...['auth', 'users', 'ledger', 'finance', 'notify'].map((name) => `services/${name}/src/config.ts`),
];

interface Setting {
  name: string;
  processes: string[];
  form: string;
  /** by process, where they differ */
  defaults: Map<string, string>;
}

const comments = new Map<string, string>();
for (const source of SOURCES) {
  const text = readFileSync(`${root}/${source}`, 'utf8');
  for (const [, comment = '', name = ''] of text.matchAll(/\/\*\* ([^*]+) \*\/\n\s+([A-Z][A-Z0-9_]+):/g)) {
    if (!comments.has(name)) comments.set(name, comment);
  }
}

/** What lies under defaults, options and pipes, and the default if there is one. */
function unwrap(schema: z.core.$ZodType): { inner: z.core.$ZodType; preset?: unknown; optional: boolean } {
  if (schema instanceof z.ZodDefault) {
    return { ...unwrap(schema.def.innerType), preset: schema.def.defaultValue, optional: true };
  }
  if (schema instanceof z.ZodOptional) return { ...unwrap(schema.def.innerType), optional: true };
  if (schema instanceof z.ZodPipe && schema !== env.list && schema !== env.flag) return unwrap(schema.def.in);
  return { inner: schema, optional: false };
}

const KNOWN = new Map<z.core.$ZodType, string>([
  [env.list, 'list, comma-separated'],
  [env.flag, '`true` or `false`'],
  [env.address, '`host:port`'],
  [env.httpUrl, 'URL, `http` or `https`'],
  [env.postgresUrl, 'URL, `postgres`'],
  [env.mongodbUrl, 'URL, `mongodb`'],
  [env.amqpUrl, 'URL, `amqp` or `amqps`'],
  [env.redisUrl, 'URL, `redis` or `rediss`'],
]);

interface Json {
  type?: string;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  format?: string;
}

function formOf(schema: z.core.$ZodType): string {
  const known = KNOWN.get(schema);
  if (known !== undefined) return known;
  const json = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Json;
  if (json.enum) return json.enum.map((value) => `\`${value}\``).join(', ');
  if (json.type === 'integer' || json.type === 'number' || schema instanceof z.ZodBigInt) {
    const { minimum, maximum } = json;
    const top = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? ` to ${String(maximum)}` : '';
    return `${json.type === 'number' ? 'number' : 'whole number'}${minimum === undefined ? '' : `, ${String(minimum)}${top || ' or more'}`}`;
  }
  if (json.format === 'uri') return 'URL';
  return json.minLength !== undefined && json.minLength > 1 ? `text, ${json.minLength} characters or more` : 'text';
}

function show(value: unknown): string {
  const made: unknown = typeof value === 'function' ? (value as () => unknown)() : value;
  if (Array.isArray(made)) return made.length === 0 ? 'empty' : `\`${made.join(',')}\``;
  return `\`${String(made)}\``;
}

const settings = new Map<string, Setting>();
for (const [process, shape] of Object.entries(PROCESSES)) {
  for (const [name, schema] of Object.entries(shape)) {
    const { inner, preset, optional } = unwrap(schema);
    const setting = settings.get(name) ?? {
      name,
      processes: [],
      form: formOf(inner),
      defaults: new Map<string, string>(),
    };
    setting.processes.push(process);
    const given = preset === undefined ? (optional ? 'none' : '**must be given**') : show(preset);
    setting.defaults.set(process, DEFAULTS[name] ?? given);
    settings.set(name, setting);
  }
}

const missing = [...settings.keys()].filter((name) => !(name in MEANINGS) && !comments.has(name));
if (missing.length > 0) {
  console.error(
    `Settings without a meaning (a comment beside them, or scripts/operations/meanings.ts): ${missing.join(', ')}`,
  );
  process.exit(1);
}

const defaultsOf = ({ defaults }: Setting): string => {
  const distinct = new Set(defaults.values());
  return distinct.size === 1
    ? String([...distinct][0])
    : [...defaults].map(([process, preset]) => `${process} ${preset}`).join(', ');
};
const row = (setting: Setting) =>
  [
    `\`${setting.name}\``,
    (MEANINGS[setting.name] ?? comments.get(setting.name) ?? '')
      .replace(/\s+/g, ' ')
      .replaceAll('|', '\\|')
      .replaceAll('<', '&lt;'),
    setting.form,
    defaultsOf(setting),
    setting.processes.length === 6 ? 'all' : setting.processes.join(', '),
  ].join(' | ');

const all = [...settings.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
const shared = all.filter(({ processes }) => processes.length === 6);
const own = all.filter(({ processes }) => processes.length < 6);
const table = (rows: Setting[]) =>
  [
    '| name | meaning | form | default | read by |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((each) => `| ${row(each)} |`),
  ].join('\n');

const text = `# Settings

Made by \`npm run generate\` from the schemas of the processes (\`src/config.ts\` of each). A process reads its settings from the
environment, once, at its start; a faulty one ends it with a message that names every variable at fault. An empty variable counts as
absent. Of a URL that names a user and no password, the password may stand apart, as \`POSTGRES_PASSWORD\` beside \`POSTGRES_URL\`; then
it may hold any character. \`.env.example\` has those of \`docker-compose.yml\`.

## Of every process

${table(shared)}

## Of some

${table(own)}
`;
writeFileSync(`${root}/docs/settings.md`, await format(text, { parser: 'markdown', proseWrap: 'preserve' }));
