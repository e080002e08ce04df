import { axeFaults, chromiumPath, startBrowser, type Browser, type Page } from '@florin/testing';
import { readOpenApi } from '../src/openapi/document.ts';
import { createHarness, type Harness } from './harness.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };
const DOCUMENTS = ['', '/tracker', '/spotme', '/otp-auth', '/fenaka', '/urbanfits'];

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness({}, { document: readOpenApi() });
  await harness.ready();
}, 60_000);
afterAll(() => harness.stop());

test('each of the six pages is one file, and all it loads comes from here, with ETags', async () => {
  for (const path of DOCUMENTS) {
    const page = await harness.http.get(`/docs${path}`);
    expect(page.status).toBe(200);
    const links = [...page.text.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link]) => link!);
    for (const link of links) {
      expect(link).toMatch(/^\//);
      const reply = await harness.http.get(link);
      expect([link, reply.status]).toEqual([link, 200]);
      const again = await harness.http.get(link, { headers: { 'if-none-match': reply.headers.get('etag')! } });
      expect([again.status, again.text]).toEqual([304, '']);
    }
    expect(page.text).not.toMatch(/<script>|onclick=|style=/);
  }
  expect((await harness.http.get('/docs/nothing')).status).toBe(404);
});

test('only the page lets styles in that are not its own files; scripts must be files everywhere', async () => {
  const policy = (await harness.http.get('/docs')).headers.get('content-security-policy');
  expect(policy).toMatch(/^default-src 'self';style-src 'self' 'unsafe-inline';/);
  expect(policy).not.toMatch(/script-src|https?:|unsafe-eval/);
  for (const path of ['/docs/docs.js', '/openapi.json', '/docs/documents/v1.json']) {
    expect((await harness.http.get(path)).headers.get('content-security-policy')).not.toMatch('unsafe');
  }
});

test('every operation has a sample in curl and in TypeScript', async () => {
  const { body } = await harness.http.get('/docs/documents/v1.json');
  const { post } = body.paths['/v1/transfers'];
  expect(post['x-codeSamples'].map(({ label }: { label: string }) => label)).toEqual(['curl', 'TypeScript']);
  const [curl, typeScript] = post['x-codeSamples'] as { source: string }[];
  expect(curl!.source).toMatch(
    /^curl -X POST 'http:\/\/localhost:8080\/v1\/transfers' \\\n {2}-H 'Authorization: Bearer TOKEN' \\\n/,
  );
  expect(typeScript!.source).toMatch(/^const response = await fetch\("http:\/\/localhost:8080\/v1\/transfers", \{\n/);
  for (const operations of Object.values(body.paths as Record<string, Record<string, object>>)) {
    for (const operation of Object.values(operations)) expect(operation).toHaveProperty('x-codeSamples');
  }
});

if (chromiumPath() === undefined) console.warn('the docs were not opened: there is no Chromium on this machine');
const inBrowser = chromiumPath() === undefined ? describe.skip : describe;

inBrowser('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  /** Runs with a page that notes what it asked of other origins and what went wrong. */
  async function open(path: string, viewport: typeof PHONE, work: (page: Page) => Promise<void>) {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(harness.url)) faults.push(request.url());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(`${harness.url}${path}`);
    await work(page);
    expect(faults).toEqual([]);
    await context.close();
  }

  const operation = (page: Page, text: string) => page.locator('rapi-doc').getByText(text).first();

  test.each(DOCUMENTS)(
    '/docs%s is shown without a call elsewhere, on a phone without sideways scroll',
    async (path) => {
      await open(`/docs${path}`, PHONE, async (page) => {
        await operation(page, 'POST').or(operation(page, 'post')).first().waitFor({ timeout: 60_000 });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
        // the page is the same for all; axe takes seconds
        if (path === '') expect(await axeFaults(page)).toEqual([]);
      });
    },
    120_000,
  );

  test('a link to an operation opens it, with its samples; axe finds nothing', async () => {
    await open('/docs/tracker#post-/api/v1/auth/login', DESK, async (page) => {
      await operation(page, 'Sign in for seven days').waitFor({ timeout: 60_000 });
      const sample = page.locator('rapi-doc').getByRole('button', { name: 'TypeScript' });
      await sample.click();
      await page.locator('rapi-doc').getByText('const response = await fetch').waitFor();
      expect(await axeFaults(page)).toEqual([]);
    });
  }, 120_000);

  test('the documents can be switched, and a token is kept over a reload', async () => {
    await open('/docs', DESK, async (page) => {
      await page.locator('rapi-doc').getByText('/v1/transfers').first().waitFor({ timeout: 60_000 });
      await page.getByLabel('Document').selectOption('spotme');
      await page.waitForURL('**/docs/spotme');
      await page.goto(`${harness.url}/docs/spotme#auth`);
      const token = page.locator('rapi-doc').getByPlaceholder('api-token').first();
      await token.waitFor({ timeout: 60_000 });
      await token.fill('a.b.c');
      await page.locator('rapi-doc').getByRole('button', { name: 'SET' }).first().click();
      await page.reload();
      await token.waitFor({ timeout: 60_000 });
      expect(await token.inputValue()).toBe('a.b.c');
    });
  }, 120_000);
});
