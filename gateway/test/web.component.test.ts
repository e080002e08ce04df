import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { DialectDeps } from '../src/dialects/dialect.ts';
import { createDialects } from '../src/dialects/index.ts';
import { createHarness, type Harness } from './harness.ts';

const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const PAGE = '<!doctype html><html lang="en"><script type="module" src="/assets/index-1a2b.js"></script></html>';
const SCRIPT = 'console.log("app");'.repeat(50);

let folder: string;
let built: Harness;
let bare: Harness;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'florin-web-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'manifest.json'), '{}');
  writeFileSync(join(folder, 'assets/index-1a2b.js'), SCRIPT);
  writeFileSync(join(folder, 'assets/index-1a2b.js.br'), brotliCompressSync(SCRIPT));
  built = await createHarness({ RATE_LIMIT_ADDRESS_PER_MINUTE: '3' }, { webFolder: folder });
  bare = await createHarness({}, { webFolder: join(folder, 'nothing') });
}, 60_000);
afterAll(async () => {
  await Promise.all([built.stop(), bare.stop()]);
  rmSync(folder, { recursive: true });
});

test('a browser gets the page at every path that no program calls, under a policy without inline scripts', async () => {
  for (const path of ['/', '/send', '/activity/019a8d2e-6b1f-7c3a-9d4e-5f60718293a4', '/users']) {
    const reply = await built.http.get(path, { headers: HTML });
    expect([path, reply.status]).toEqual([path, 200]);
    expect(reply.text).toBe(PAGE.replace('<html ', '<html data-deployment="production" '));
    expect(reply.headers.get('cache-control')).toBe('no-cache');
    expect(reply.headers.get('vary')).toMatch(/Accept(,|$)/);
    const policy = reply.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'self';style-src 'self' 'sha256-/);
    expect(policy).not.toMatch(/unsafe|https?:/);
  }
});

test('programs get JSON at / and a problem elsewhere, as before', async () => {
  expect((await bare.http.get('/', { headers: { accept: '*/*' } })).body).toMatchObject({ name: 'Florin' });
  const reply = await bare.http.get('/send', { headers: { accept: 'application/json' } });
  expect([reply.status, reply.headers.get('content-type')]).toEqual([404, expect.stringContaining('problem+json')]);
});

test('no path of the API, the docs or a dialect is covered by the page', async () => {
  const dialects = createDialects({ config: {} } as DialectDeps);
  const paths = dialects.flatMap(({ prefixes }) => [...prefixes]).map((prefix) => `${prefix}/x`);
  for (const path of [
    ...paths,
    '/v1/transfers',
    '/docs',
    '/docs/nothing',
    '/openapi.json',
    '/dev/mailbox',
    '/readyz',
  ]) {
    const { text } = await bare.http.get(path, { headers: HTML });
    const other = await createdPage(path);
    expect([path, text.includes('not built'), other]).toEqual([path, false, false]);
  }
});

const createdPage = async (path: string) =>
  (await built.http.get(path, { headers: HTML })).text.includes('type="module"');

test('files are immutable where their name tells their content, sent as brotli, and known by their ETag', async () => {
  const asset = await fetch(`${built.url}/assets/index-1a2b.js`, { headers: { 'accept-encoding': 'br' } });
  expect(await asset.text()).toBe(SCRIPT);
  expect(Object.fromEntries(asset.headers)).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
    'content-type': 'text/javascript; charset=utf-8',
  });
  const plain = await fetch(`${built.url}/assets/index-1a2b.js`, { headers: { 'accept-encoding': 'identity' } });
  expect([await plain.text(), plain.headers.get('content-encoding')]).toEqual([SCRIPT, null]);
  const icon = await built.http.get('/icon.svg');
  expect([icon.status, icon.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  const again = await built.http.get('/icon.svg', { headers: { 'if-none-match': icon.headers.get('etag')! } });
  expect([again.status, again.text]).toEqual([304, '']);
});

test('what is not of the build is 404: other files of its folder, lost assets, ways out of it', async () => {
  for (const path of ['/manifest.json', '/assets/index-0000.js', '/assets/index-1a2b.js.br', '/index.html']) {
    expect([path, (await bare.http.get(path, { headers: HTML })).status]).toEqual([path, 404]);
    expect([path, await createdPage(path)]).toEqual([path, false]);
  }
});

test('page and files count towards no limit', async () => {
  for (let turn = 0; turn < 10; turn += 1) {
    expect((await built.http.get('/assets/index-1a2b.js')).status).toBe(200);
    expect((await built.http.get('/', { headers: HTML })).status).toBe(200);
  }
});

test('without a build people learn how to make one, and the API works', async () => {
  const reply = await bare.http.get('/', { headers: HTML });
  expect(reply.text).toContain('npm run build -w web');
  expect((await bare.http.get('/openapi.json')).status).toBe(200);
});
