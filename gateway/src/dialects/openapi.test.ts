import { PUBLISHED, PUBLISHED_FAILURES } from '../../test/support/published-types.ts';
import type { Fields, PublishedType } from '../../test/support/published-types.ts';
import { readConfig } from '../config.ts';
import type { DialectDeps } from './dialect.ts';
import { createDialects } from './index.ts';
import { dialectOpenApi } from './openapi.ts';

interface Operation {
  requestBody?: object;
  responses: Record<string, { content?: { 'application/json': { example: unknown; schema: object } } }>;
}

const config = readConfig({ AMQP_URL: 'amqp://unused', INTERNAL_SECRET: 'x'.repeat(32) });
const documents = createDialects({ config } as DialectDeps).map((dialect) => {
  const { paths } = dialectOpenApi(dialect) as { paths: Record<string, Record<string, Operation>> };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );
  return { dialect: dialect.name, operations };
});

/** The examples of a dialect's document, under `METHOD /path status`; those under Urban Fits' second base under the first. */
const examples = documents.flatMap(({ dialect, operations }) =>
  operations.flatMap(({ name, operation }) =>
    Object.entries(operation.responses).flatMap(([status, { content }]) =>
      content
        ? [{ dialect, key: `${name} ${status}`, status: Number(status), example: content['application/json'].example }]
        : [],
    ),
  ),
);
const plain = (dialect: string, key: string) => (dialect === 'urbanfits' ? key.replace(' /api/', ' /') : key);

const PATTERNS = {
  day: /^\d{4}-\d{2}-\d{2}$/,
  time: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
};

/** Where a value differs from a published type, and how. */
function differences(value: unknown, type: PublishedType, at = ''): string[] {
  if (type === 'null') return value === null ? [] : [`${at} is no null`];
  if (type === 'day' || type === 'time') return PATTERNS[type].test(String(value)) ? [] : [`${at} is no ${type}`];
  if (typeof type === 'string') return typeof value === type ? [] : [`${at} is no ${type}`];
  if (Array.isArray(type)) {
    if (!Array.isArray(value) || value.length === 0) return [`${at} is no list with an entry`];
    return value.flatMap((one, index) => differences(one, type[0] as PublishedType, `${at}/${index}`));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is no object`];
  const fields = value as Record<string, unknown>;
  return Object.entries(type as Fields).flatMap(([named, inner]) => {
    const name = named.replace('?', '');
    if (name in fields) return differences(fields[name], inner, `${at}/${name}`);
    return name === named ? [`${at}/${name} is missing`] : [];
  });
}

test.each(documents)(
  'every success that $dialect publishes has an example, with the published types',
  ({ dialect }) => {
    const published = PUBLISHED[dialect] ?? {};
    const shown = examples.filter((one) => one.dialect === dialect && one.status < 300);
    expect([...new Set(shown.map(({ key }) => plain(dialect, key)))].sort()).toEqual(Object.keys(published).sort());
    const faults = shown.flatMap(({ key, example }) => differences(example, published[plain(dialect, key)] ?? {}, key));
    expect(faults).toEqual([]);
  },
);

test.each(documents)('every failure of $dialect is shown in its published shape', ({ dialect }) => {
  const shapes = PUBLISHED_FAILURES[dialect] ?? [];
  const failures = examples.filter((one) => one.dialect === dialect && one.status >= 400);
  const faults = failures.flatMap(({ key, example }) => {
    const found = shapes.map((shape) => differences(example, shape, key));
    return found.some((differing) => differing.length === 0) ? [] : found.flat();
  });
  expect([failures.length > 0, faults]).toEqual([true, []]);
});

test.each(documents)('what may come in the place of a reply of $dialect is told of everywhere', ({ operations }) => {
  for (const { name, operation } of operations) {
    const statuses = Object.keys(operation.responses);
    expect([name, statuses]).toEqual([name, expect.arrayContaining(['400', '429', '503'])]);
    if (operation.requestBody) expect([name, statuses]).toEqual([name, expect.arrayContaining(['415'])]);
  }
});
