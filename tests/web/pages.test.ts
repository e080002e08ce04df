import { axeFaults } from '@florin/testing';
import { join, type Person } from '../e2e/people.ts';
import { fund, inBrowser, openPage, signIn, startWorld, type Look, type World } from './browser.ts';

const OUTSIDE = ['/sign-in', '/sign-up', '/forgot'];
const INSIDE = [
  '/',
  '/send',
  '/requests',
  '/requests/new',
  '/activity',
  '/friends',
  '/wallets',
  '/spending',
  '/spending?new=true',
  '/budgets',
  '/add-money',
  '/settings',
  '/settings/security',
  '/nowhere',
];

/** Every width, theme and language meets every other. A run takes each page in two of them; WEB_ALL=1 takes all. */
const LOOKS: Look[] = [
  { width: 1280, theme: 'light', language: 'en' },
  { width: 390, theme: 'dark', language: 'en' },
  { width: 320, theme: 'light', language: 'de' },
  { width: 1280, theme: 'dark', language: 'ar' },
  { width: 390, theme: 'light', language: 'ar' },
];

inBrowser('the pages of the web app', () => {
  let world: World;
  let ada: Person;
  let ben: Person;
  let transferId: string;
  beforeAll(async () => {
    world = await startWorld();
    [ada, ben] = await Promise.all([join(world.florin, 'Ada Fern'), join(world.florin, 'Ben Oak')]);
    await fund(ada, 100_000);
    const to = { userId: ben.id };
    const sent = await ada.post('/v1/transfers', { to, amount: 1250, currency: 'USD', note: 'Lunch' });
    transferId = sent.body.id;
    await ada.post('/v1/transfers', {
      to,
      amount: 990,
      currency: 'USD',
      note: 'Tickets for the two of us and the dog',
    });
    await ben.post('/v1/payment-requests', { payerId: ada.id, amount: 700, currency: 'USD', note: 'Half of it' });
    await ada.post('/v1/payment-requests', { payerId: ben.id, amount: 300, currency: 'USD', note: 'Coffee' });
    await ben.post('/v1/friend-requests', { userId: ada.id });
    const wallet = await ada.post('/v1/wallets', { name: 'Purse', type: 'cash', currency: 'USD', balance: 5_000 });
    const category = await ada.post('/v1/categories', { name: 'Nasi', type: 'expense' });
    const spent = { walletId: wallet.body.id, categoryId: category.body.id, amount: 900, description: 'Goreng' };
    await ada.post('/v1/transactions', spent);
    await ada.post('/v1/budgets', { categoryId: category.body.id, amount: 1_000, currency: 'USD', period: 'month' });
  }, 120_000);
  afterAll(() => world.stop());

  const nameOf = ({ width, theme, language }: Look) => `${width} px, ${theme}, ${language}`;

  test.each(LOOKS.map((look) => [nameOf(look), look] as const))(
    'at %s: axe finds nothing, nothing scrolls sideways, no error, no request elsewhere',
    async (_name, look) => {
      const { page, faults, close } = await openPage(world, look);
      const found: unknown[] = [];
      const inspect = async (path: string) => {
        await page.goto(world.url + path);
        await page.locator('h1, h2').first().waitFor();
        await page.waitForLoadState('networkidle');
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
        const direction = await page.evaluate<string>('document.documentElement.dir');
        const expected = look.language === 'ar' ? 'rtl' : 'ltr';
        if (wide > 0 || direction !== expected) found.push([path, { wide, direction }]);
        found.push(...(await axeFaults(page)).map((fault) => [path, fault]));
      };
      const turn = LOOKS.indexOf(look);
      const isTaken = (_path: string, index: number) =>
        process.env['WEB_ALL'] !== undefined || [0, 2].includes((index + turn) % LOOKS.length);
      for (const path of OUTSIDE.filter(isTaken)) await inspect(path);
      await signIn(page, world.url, ada);
      for (const path of [`/activity/${transferId}`, `/send?to=${ben.id}`, ...INSIDE].filter(isTaken))
        await inspect(path);
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    },
    90_000,
  );

  test('Home asks the API six times at most, and the page moves by itself next to nothing', async () => {
    const { page, faults, close } = await openPage(world);
    await signIn(page, world.url, ada);
    await page.waitForLoadState('networkidle');
    const calls: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).pathname.startsWith('/v1/')) calls.push(new URL(request.url()).pathname);
    });
    await page.goto(`${world.url}/`);
    await page.waitForLoadState('networkidle');
    await page.getByText('Ben Oak asks for $7.00').waitFor();
    expect(calls.length).toBeLessThanOrEqual(6);
    expect(new Set(calls).size).toBe(calls.length);
    expect(faults).toEqual([]);
    await close();
  }, 60_000);

  test('scripts can read no token, and a session that ends elsewhere sends to sign-in', async () => {
    const { page, close } = await openPage(world);
    await signIn(page, world.url, ben);
    expect(await page.evaluate('document.cookie')).toBe('');
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toMatch(/eyJ/);
    await page.goto(`${world.url}/activity`);
    const { data } = (await ben.get('/v1/auth/sessions')).body as { data: { id: string; current: boolean }[] };
    for (const { id, current } of data)
      if (!current)
        await world.florin.http.delete(`/v1/auth/sessions/${id}`, {
          headers: { authorization: `Bearer ${ben.token}` },
        });
    await page.goto(`${world.url}/friends`);
    await page.waitForURL(/\/sign-in/);
    await close();
  }, 60_000);
});
