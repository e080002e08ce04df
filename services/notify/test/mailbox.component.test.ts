import type { Browser, Page } from '@florin/testing';
import { axeFaults, chromiumPath, startBrowser, waitFor } from '@florin/testing';
import { createHarness } from './harness.ts';

let notify: Awaited<ReturnType<typeof createHarness>>;
let browser: Browser;

if (chromiumPath() === undefined) console.warn('the mailbox was not opened: there is no Chromium on this machine');
const inBrowser = chromiumPath() === undefined ? describe.skip : describe;

inBrowser('the mailbox in Chromium', () => {
  beforeAll(async () => {
    notify = await createHarness();
    browser = await startBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await notify.stop();
  });

  async function open(path: string, width: number, work: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ viewport: { width, height: 844 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(`${notify.url}${path}`);
    await work(page);
    expect(faults).toEqual([]);
    await context.close();
  }

  const send = async (code: string, to: string) => {
    await notify.publishCode({ code, to });
    await notify.mails(to);
  };

  test('new mail comes by itself, and what one types meanwhile stays', async () => {
    await open('/dev/mailbox', 1280, async (page) => {
      await page.getByLabel('Recipient').fill('half an addr');
      await send('123456', 'ann@example.com');
      await page.locator('nav').getByText('ann@example.com').waitFor();
      await page.locator('article').getByText('123456').first().waitFor();
      expect(await page.getByLabel('Recipient').inputValue()).toBe('half an addr');
      expect(await page.evaluate('document.activeElement.name')).toBe('to');
    });
  }, 60_000);

  test('a click copies the code', async () => {
    await send('654321', 'ben@example.com');
    await open('/dev/mailbox?to=ben%40example.com', 1280, async (page) => {
      await page.getByRole('button', { name: '654321' }).click();
      await page.getByRole('status').getByText('Copied 654321').waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe('654321');
    });
  }, 60_000);

  test('a message that was chosen stays when another comes', async () => {
    await send('111111', 'cat@example.com');
    const [first] = await notify.mails('cat@example.com');
    await open(`/dev/mailbox?to=cat%40example.com&id=${first!['id']!}`, 1280, async (page) => {
      await send('222222', 'cat@example.com');
      await waitFor(async () => (await page.locator('nav a').count()) === 2);
      expect(await page.getByRole('button', { name: '111111' }).count()).toBe(1);
    });
  }, 60_000);

  test.each([390, 1280])(
    'axe finds nothing at %i px, and nothing is to the side',
    async (width) => {
      await send('333333', `dan.${width}.${'long'.repeat(30)}@example.com`);
      await open('/dev/mailbox', width, async (page) => {
        await page.getByRole('button', { name: '333333' }).waitFor();
        expect(await axeFaults(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      });
    },
    60_000,
  );
});
