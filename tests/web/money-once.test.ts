import type { Page } from '@florin/testing';
import { join, type Person } from '../e2e/people.ts';
import { fund, inBrowser, openPage, sentBy, signIn, startWorld, type World } from './browser.ts';

const RELOADS = 50;
const CLICKS = 100;

inBrowser('a payment in the web app', () => {
  let world: World;
  let ada: Person;
  let ben: Person;
  let page: Page;
  let close: () => Promise<void>;
  beforeAll(async () => {
    world = await startWorld();
    [ada, ben] = await Promise.all([join(world.florin, 'Ada Fern'), join(world.florin, 'Ben Oak')]);
    await fund(ada, 100_000);
    ({ page, close } = await openPage(world));
    await signIn(page, world.url, ada);
  }, 120_000);
  afterAll(async () => {
    await close();
    await world.stop();
  });
  afterEach(() => page.unrouteAll({ behavior: 'ignoreErrors' }));

  /** Fills the form up to the confirmation. */
  async function prepare(amount: string, note: string) {
    await page.goto(`${world.url}/send?to=${ben.id}`);
    await page.getByLabel('Amount').fill(amount);
    await page.getByLabel('What for').fill(note);
    await page.keyboard.press('Enter');
    return page.getByRole('button', { name: /^Send \$/ });
  }

  async function expectSentOnce(note: string, amount: number) {
    await page.getByRole('heading', { name: 'Sent once' }).waitFor({ timeout: 30_000 });
    const sent = (await sentBy(ada)).filter((transfer) => transfer.note === note);
    expect(sent.map((transfer) => transfer.amount)).toEqual([amount]);
    await page.getByRole('button', { name: 'Send something else' }).click();
    await page.getByRole('heading', { name: 'Send to' }).waitFor();
  }

  test(`pressed ${CLICKS} times is made once`, async () => {
    const button = await prepare('12,50', 'pressed often');
    await button.evaluate((element, times) => {
      for (let time = 0; time < times; time += 1) (element as unknown as { click(): void }).click();
    }, CLICKS);
    await expectSentOnce('pressed often', 1250);
  }, 60_000);

  test('is confirmed on a card that says who it is, for the first time or not, and what is left', async () => {
    await prepare('1000', 'a look');
    const card = page.locator('main');
    await card.getByText('At most $987.50').waitFor();
    await page.getByLabel('Amount').fill('10.00');
    await page.keyboard.press('Enter');
    await card.getByText(`@${ben.username}`).waitFor();
    await card.getByText('Paid before').waitFor();
    await card.getByText('$977.50').waitFor();
    await page.getByRole('button', { name: 'Change something' }).click();
    expect(await page.getByLabel('Amount').inputValue()).toBe('10.00');
  }, 60_000);

  test(`reloaded ${RELOADS} times under way is made once, and says so`, async () => {
    let reached = 0;
    await page.route('**/v1/transfers', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      reached += 1;
      // the money moves, the reply is on its way when the page goes
      await route.fetch().catch(() => undefined);
      if (reached > RELOADS) await route.continue();
    });
    const button = await prepare('3.33', 'reloaded often');
    await button.click();
    for (let reload = 1; reload <= RELOADS; reload += 1) {
      while (reached < reload) await page.waitForTimeout(5);
      await page.reload({ waitUntil: 'domcontentloaded' });
    }
    await expectSentOnce('reloaded often', 333);
    expect(reached).toBeGreaterThan(RELOADS);
  }, 120_000);

  test('whose replies are lost is made once: tried again under its key, then by a tap', async () => {
    const keys = new Set<string | undefined>();
    let lost = 0;
    await page.route('**/v1/transfers', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      keys.add(
        await route
          .request()
          .headerValue('idempotency-key')
          .then((value) => value ?? undefined),
      );
      lost += 1;
      if (lost > 3) return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    const button = await prepare('4.44', 'replies lost');
    await button.click();
    await page.getByText('it can’t be sent twice').waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Try again' }).click();
    await expectSentOnce('replies lost', 444);
    expect(keys.size).toBe(1);
  }, 60_000);

  test('that is refused leaves everything as it was typed', async () => {
    const button = await prepare('5', 'refused');
    await ada.post('/v1/transfers', { to: { userId: ben.id }, amount: 97_900, currency: 'USD', note: 'all' });
    await button.click();
    await page.getByText('There is not enough money in your account.').waitFor();
    await page.getByRole('button', { name: 'Change something' }).click();
    expect(await page.getByLabel('What for').inputValue()).toBe('refused');
    expect((await sentBy(ada)).some(({ note }) => note === 'refused')).toBe(false);
  }, 60_000);
});
