import { randomUUID } from 'node:crypto';
import type { TestReply, TestRequest } from '@florin/testing';
import { buses, startFlorin, type Florin } from './florin.ts';
import { join, type Person } from './people.ts';

interface Operation {
  method: string;
  path: string;
  bodyFields: string[];
  queryNames: string[];
  needsPerson: boolean;
}

/** A valid request of every kind would be its own story; these are the wrong ones that every route must survive. */
const HOSTILE_VALUES: [what: string, value: unknown][] = [
  ['null', null],
  ['an array', ['a', 'b']],
  ['an operator', { $gt: '' }],
  ['a prototype', JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{}}}')],
  ['NUL', 'a\0b'],
  ['a lone surrogate', '\ud800x'],
  ['a very long text', 'x'.repeat(50_000)],
  ['SQL', "'; drop table users; --"],
  ['a template', '{{7*7}}${7*7}<script>alert(1)</script>'],
  ['right-to-left override', '\u202eabc'],
  ['a huge number', 1e308],
  ['a negative number', -1],
  ['a fraction', 0.1],
  ['a boolean', true],
];
const HOSTILE_SEGMENTS = [
  'x',
  '%00',
  '..%2f..%2fetc',
  '%ff',
  encodeURIComponent("' or 1=1"),
  'a'.repeat(2_000),
  '[object%20Object]',
  '-1',
];

let florin: Florin;
let person: Person;
let operations: Operation[];
const seen: string[] = [];

beforeAll(async () => {
  florin = await startFlorin(buses()[0]!, {
    RATE_LIMIT_ADDRESS_PER_MINUTE: '1000000',
    RATE_LIMIT_USER_PER_MINUTE: '1000000',
  });
  person = await join(florin, 'Eve Stone');
  operations = operationsOf((await florin.http.get('/openapi.json')).body);
}, 90_000);
afterAll(() => florin.stop());

function operationsOf(document: any): Operation[] {
  const named = (part: any): any =>
    part?.$ref === undefined ? part : document.components[part.$ref.split('/').at(-2)][part.$ref.split('/').at(-1)];
  const fieldsOf = (given: any): string[] => {
    const schema = named(given) ?? {};
    const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
    return [...new Set([...Object.keys(schema.properties ?? {}), ...variants.flatMap(fieldsOf)])];
  };
  return Object.entries(document.paths as Record<string, Record<string, any>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      needsPerson: operation.security.length > 0,
      bodyFields: fieldsOf(operation.requestBody?.content?.['application/json']?.schema),
      queryNames: (operation.parameters ?? [])
        .map(named)
        .filter((parameter: any) => parameter.in === 'query')
        .map((parameter: any) => parameter.name as string),
    })),
  );
}

/** Sends it and notes what a client must never see: a 5xx, HTML, a stack trace, an error that is not a problem. */
async function send(
  what: string,
  { method, path }: Pick<Operation, 'method' | 'path'>,
  request: TestRequest = {},
): Promise<TestReply> {
  const reply = await florin.http.send(method, path, { token: person.token, ...request });
  const isProblem = /^application\/problem\+json/.test(reply.headers.get('content-type') ?? '');
  const shed = reply.status === 503 && reply.headers.has('retry-after');
  const bad =
    (reply.status >= 500 && !shed) ||
    (reply.status >= 400 && !isProblem) ||
    /\n\s+at |node_modules|\.ts:\d/.test(reply.text) ||
    (isProblem && reply.body.status !== reply.status);
  if (bad) seen.push(`${method} ${path.slice(0, 80)} with ${what}: ${reply.status} ${reply.text.slice(0, 200)}`);
  return reply;
}

const concrete = (path: string, value: string = randomUUID()) => path.replace(/\{[^}]+\}/g, value);
/** What would end the session that the sweep runs in, or the account behind it. */
const ENDS_SESSION = /\/(logout|sessions|account)(\/|$)/;
/** What is asked rightly by some of the values, and then goes on for as long as one listens. */
const STREAM = /\/stream$/;

test('every operation survives bodies of the wrong kind', async () => {
  for (const operation of operations.filter(({ method, path }) => method !== 'GET' && !ENDS_SESSION.test(path))) {
    const at = { ...operation, path: concrete(operation.path) };
    const headers = { 'content-type': 'application/json' };
    for (const [what, rawBody] of [
      ['no JSON', '{"a":'],
      ['an array', '[]'],
      ['a scalar', '7'],
      ['nothing', ''],
      ['deep nesting', `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`],
    ] as const) {
      await send(what, at, { rawBody, headers });
    }
    await send('a form', at, { rawBody: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    await send('XML', at, { rawBody: '<a/>', headers: { 'content-type': 'text/xml' } });
    await send('a megabyte', at, { rawBody: JSON.stringify({ a: 'x'.repeat(2_000_000) }), headers });
    await send('a bad idempotency key', at, { body: {}, idempotencyKey: 'x'.repeat(300) });
  }
  expect(seen.splice(0)).toEqual([]);
}, 180_000);

test('every field of every body survives every hostile value', async () => {
  let sent = 0;
  for (const operation of operations.filter(({ method, path }) => method !== 'GET' && !ENDS_SESSION.test(path))) {
    const at = { ...operation, path: concrete(operation.path) };
    for (const field of operation.bodyFields) {
      for (const [what, value] of HOSTILE_VALUES) {
        await send(`${field} = ${what}`, at, { body: { [field]: value } });
        sent += 1;
      }
    }
    await send('an unknown field', at, { body: { notAField: 1 } });
  }
  expect(sent).toBeGreaterThan(300);
  expect(seen.splice(0)).toEqual([]);
}, 240_000);

test('every path parameter and query parameter survives hostile values', async () => {
  for (const operation of operations.filter(({ path }) => !ENDS_SESSION.test(path))) {
    if (operation.path.includes('{')) {
      for (const segment of HOSTILE_SEGMENTS) {
        const reply = await send(`segment ${segment.slice(0, 20)}`, {
          ...operation,
          path: concrete(operation.path, segment),
        });
        if (reply.status < 400) seen.push(`${operation.method} ${operation.path} accepted ${segment.slice(0, 20)}`);
      }
    }
    if (operation.method !== 'GET' || STREAM.test(operation.path)) continue;
    for (const name of operation.queryNames) {
      for (const value of ['', 'x', '-1', '1e9', '%00', '%ed%a0%80', '1&' + name + '=2', 'x'.repeat(3_000)]) {
        await send(`${name}=${value.slice(0, 20)}`, {
          ...operation,
          path: `${concrete(operation.path)}?${name}=${value}`,
        });
      }
      await send(`${name}[$gt]`, { ...operation, path: `${concrete(operation.path)}?${name}[$gt]=1` });
    }
    await send('an unknown query', { ...operation, path: `${concrete(operation.path)}?nope=1` });
  }
  expect(seen.splice(0)).toEqual([]);
}, 180_000);

test('every operation answers a wrong method with 405 and Allow, and an unknown path with 404', async () => {
  const paths = new Map<string, Set<string>>();
  for (const { path, method } of operations) paths.set(path, (paths.get(path) ?? new Set()).add(method));
  for (const [path, methods] of paths) {
    if (ENDS_SESSION.test(path)) continue;
    const wrong = ['PUT', 'PATCH', 'DELETE', 'POST', 'GET'].find((method) => !methods.has(method))!;
    const reply = await send(`method ${wrong}`, { method: wrong, path: concrete(path) });
    // `/v1/users/{id}` stands for `/v1/users/me` too, whose methods differ
    if (reply.status === 405) expect(reply.headers.get('allow')).toContain([...methods][0]);
    else expect([path, wrong, reply.status]).toEqual([path, wrong, expect.any(Number)]);
    expect((await send('a path beyond', { method: 'GET', path: `${concrete(path)}/nothing/at/all/here` })).status).toBe(
      404,
    );
  }
  expect(seen.splice(0)).toEqual([]);
}, 120_000);

test('every operation that needs a person answers 401 to a stranger, whatever identity it claims', async () => {
  const closed = operations.filter(({ needsPerson }) => needsPerson);
  expect(closed.length).toBeGreaterThan(operations.length / 2);
  for (const { method, path } of closed) {
    const headers = { 'x-florin-identity': 'e30.e30.x', 'x-user-id': person.id };
    const reply = await florin.http.send(method, concrete(path), {
      headers,
      ...(method === 'GET' ? {} : { body: {} }),
    });
    if (reply.status !== 401) seen.push(`${method} ${path}: ${reply.status}`);
  }
  expect(seen.splice(0)).toEqual([]);
}, 60_000);

test('afterwards everything still works', async () => {
  expect((await person.get('/v1/users/me')).status).toBe(200);
  const deposit = await person.post('/v1/deposits', { amount: 1, currency: 'USD' }, { idempotencyKey: randomUUID() });
  expect(deposit.status).toBe(201);
  expect((await florin.http.get('/readyz')).status).toBe(200);
});
