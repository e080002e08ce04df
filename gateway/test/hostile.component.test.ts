import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FlorinError } from '@florin/errors';
import { createDialects, listRoutes, type ListedRoute } from '../src/dialects/index.ts';
import { createHarness, type Harness } from './harness.ts';

/** How each dialect words an error. A dialect that is not named here fails the suite. */
const SHAPES: Record<string, (body: unknown) => void> = {
  spotme: (body) => expect(body).toEqual({ message: expect.any(String) }),
  tracker: (body) => expect(body).toMatchObject({ status: 'error', message: expect.any(String) }),
  'otp-auth': (body) => expect(body).toMatchObject({ message: expect.any(String) }),
  urbanfits: (body) => expect(body).toMatchObject({ success: false, msg: expect.any(String) }),
  fenaka: (body) => {
    const { error, errors } = body as { error?: unknown; errors?: unknown };
    expect(typeof error === 'string' || Array.isArray(errors)).toBe(true);
  },
};

const dialects = createDialects({ clients: {}, config: {}, doubleTap: {}, clock: () => new Date() } as never);
const routes = listRoutes(dialects);

const HOSTILE: [string, unknown][] = [
  ['an operator', { $gt: '' }],
  ['a list', ['a', 'b']],
  ['a number', 1e308],
  ['a boolean', true],
  ['null', null],
  ['empty text', ''],
  ['a script', '"><script>alert(1)</script>'],
  ['SQL', "' OR 1=1; DROP TABLE users; --"],
  ['NUL', 'a\0b'],
  ['a lone surrogate', '\ud800'],
  ['right-to-left and combining marks', '\u202eada\u0301\u0301\u0301'],
  ['100 KB', 'x'.repeat(90_000)],
  ['__proto__', JSON.parse('{"__proto__":{"admin":true}}')],
];
const MEGABYTE = JSON.stringify({ x: 'x'.repeat(9 * 1024 * 1024) });

let harness: Harness;
beforeAll(async () => {
  const other = () => Promise.reject(new FlorinError('NOT_FOUND', 'no such thing'));
  const limits = { RATE_LIMIT_USER_PER_MINUTE: '1000000', DIALECT_PASSWORDS: 'published' };
  harness = await createHarness(limits, {}, { other });
  await harness.ready();
});
afterAll(() => harness.stop());

/** On a path that several dialects serve the body decides whose request it is: one of their shapes must fit. */
function expectShape({ method, path }: ListedRoute, body: unknown): void {
  const owners = routes.filter((other) => other.method === method && other.path === path);
  const faults = owners.flatMap(({ dialect }) => {
    try {
      SHAPES[dialect]!(body);
      return [];
    } catch (error) {
      return [error];
    }
  });
  if (faults.length === owners.length) throw faults[0];
}

/** Own shape, JSON, no server error: the services behind this gateway only ever say NOT_FOUND. */
async function expectRefusal(route: ListedRoute, response: Response, mayAnswer = false): Promise<void> {
  const text = await response.text();
  expect(response.status).toBeLessThan(500);
  expect(text).not.toMatch(/<html|<!doctype|node_modules|\.ts:\d/i);
  if (response.status < 400) expect(mayAnswer).toBe(true);
  else if (text !== '') expectShape(route, JSON.parse(text));
}

test('every folder of a dialect is registered, and the shape of its errors is known here', () => {
  const folders = readdirSync(join(import.meta.dirname, '../src/dialects'), { withFileTypes: true });
  const names = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(dialects.map(({ name }) => name).sort()).toEqual(names.sort());
  expect(Object.keys(SHAPES)).toEqual(expect.arrayContaining(names));
});

for (const route of routes) {
  const { method, path, fields } = route;
  describe(`${route.dialect} ${method} ${path}`, () => {
    const plainPath = path.replace(/:\w+/g, '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4');
    const send = (rawBody: string | undefined, type = 'application/json', url = plainPath) =>
      fetch(harness.url + url, {
        method,
        redirect: 'manual',
        headers: {
          authorization: `Bearer ${harness.token()}`,
          ...(rawBody === undefined ? {} : { 'content-type': type }),
        },
        ...(method === 'GET' || rawBody === undefined ? {} : { body: rawBody }),
      });

    test.each(HOSTILE)('%s in every field of the body', async (_name, value) => {
      for (const field of fields.body) {
        await expectRefusal(route, await send(JSON.stringify({ [field]: value })), true);
      }
      const all = Object.fromEntries(fields.body.map((field) => [field, value]));
      await expectRefusal(route, await send(JSON.stringify(all)), true);
    });

    test('hostile and repeated query parameters', async () => {
      for (const field of [...fields.query, ...fields.body]) {
        for (const query of [
          `${field}=a&${field}=b`,
          `${field}[$gt]=`,
          `${field}=%00`,
          `${field}=%ff`,
          `${field}=%22%3E`,
        ]) {
          await expectRefusal(route, await send(undefined, '', `${plainPath}?${query}`), true);
        }
      }
    });

    test('hostile ids in the path', async () => {
      if (fields.params.length === 0) return;
      for (const id of ['x', '0', '-1', '%20', '%F0%9F%92%B0', "'%20OR%201=1", 'a'.repeat(2_000), '%00', '%2e%2e']) {
        await expectRefusal(route, await send(undefined, '', path.replace(/:\w+/g, id)), true);
      }
    });

    test('bodies that can not be read', async () => {
      if (method === 'GET') return;
      for (const body of ['{', '[]', 'null', '"x"', '1', '', '\u0000', '{"a":'.repeat(10_000), MEGABYTE]) {
        await expectRefusal(route, await send(body), true).catch((error: unknown) => {
          throw new Error(`with ${body.slice(0, 20)}`, { cause: error });
        });
      }
      for (const type of [
        'application/xml',
        'multipart/form-data; boundary=x',
        'x',
        'application/json; charset=utf-16',
      ]) {
        await expectRefusal(route, await send('{"a":1}', type), true);
      }
      await expectRefusal(route, await send(undefined), true);
    });

    test('a method that is not served', async () => {
      const served = routes.filter((other) => other.path === path).map((other) => other.method);
      for (const wrong of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => !served.includes(one))) {
        const response = await fetch(harness.url + plainPath, { method: wrong });
        expect(response.status).toBe(405);
        await response.text();
      }
    });
  });
}
