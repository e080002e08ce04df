import { rm } from 'node:fs/promises';
import { chromiumPath, startBrowser } from '@florin/testing';
import type { Florin } from './florin.ts';
import { buses, enterableDirectory, startFlorin } from './florin.ts';
import { codeFor, join, newPerson } from './people.ts';
import { authenticator, grantAdmin } from './urbanfits.ts';
import type { WebClient } from './web-client.ts';
import { openClient, startSite } from './web-client.ts';

if (chromiumPath() === undefined) console.warn('the clients of browsers were left out: there is no Chromium here');
// each test is a whole journey
const LIMIT_MS = 120_000;
const inBrowser = chromiumPath() === undefined ? describe.skip : describe;

inBrowser('clients in a browser, on pages of another origin', () => {
  let florin: Florin;
  let dataDir: string;
  let api: string;
  let browser: Awaited<ReturnType<typeof startBrowser>>;
  let site: Awaited<ReturnType<typeof startSite>>;
  const open = () => openClient(browser, site.origin, api);

  beforeAll(async () => {
    site = await startSite();
    dataDir = await enterableDirectory();
    florin = await startFlorin(buses()[0]!, { FLORIN_DATA: dataDir, TRACKER_SITE_URL: site.origin });
    api = florin.url.replace('127.0.0.1', 'localhost');
    browser = await startBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    site.stop();
    await florin.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  test(
    'the Tracker: from sign-up by the mailed link to the closed account',
    async () => {
      const { email, password, name } = newPerson('Mia Web');
      const app = await open();
      const path = (rest: string) => `/api/v1${rest}`;
      const post = (rest: string, body: object, token?: string) =>
        app.send('POST', path(rest), { body, ...(token === undefined ? {} : { token }) });
      expect((await post('/auth/register', { email, password, name })).status).toBe(200);
      await codeFor(florin, email);
      const mails = await florin.http.get(`/dev/mailbox?to=${encodeURIComponent(email)}`, {
        headers: { accept: 'application/json' },
      });
      const link = new RegExp(`${site.origin}/auth/verify\\?\\S+`).exec(mails.text.replaceAll('\\n', ' '))?.[0] ?? '';
      await app.page.goto(link.replace(/[">].*$/, ''));
      const { searchParams } = new URL(app.page.url());
      const verify = { email: searchParams.get('email'), code: searchParams.get('code') };
      expect((await post('/auth/verify', verify)).body.message).toBe('Email verified successfully');
      const { token } = (await post('/auth/login', { email, password })).body.data as { token: string };

      const made = async (rest: string, body: object): Promise<string> => {
        const reply = await post(rest, body, token);
        if (reply.status >= 300) throw new Error(`POST ${rest}: ${String(reply.status)} ${JSON.stringify(reply.body)}`);
        return (reply.body as { data: { id: string } }).data.id;
      };
      const walletId = await made('/finance/wallet', { type: 'Cash', name: 'Purse', balance: 50_000 });
      const categoryId = await made('/finance/category', { name: 'Nasi', type: 'EXPENSE', icon: 'food' });
      const spent = { walletId, categoryId, amount: 30_000.3, description: 'Lunch', transactionDate: new Date() };
      expect((await post('/finance/transaction', spent, token)).status).toBe(200);
      const today = new Date();
      const days = `start=${encodeURIComponent(today.toString())}&end=${encodeURIComponent(today.toString())}`;
      const summary = await app.get(path(`/finance/transaction/summary-all?${days}`), token);
      expect(summary.body.data).toMatchObject({
        SummaryWallet: expect.arrayContaining([
          { currency: 'IDR', balance: 19_999.7, income: 0, expense: 30_000.3 },
        ]) as object[],
        SummaryTransaction: [{ name: 'Nasi', type: 'EXPENSE', icon: 'food', amount: 30_000.3 }],
      });
      expect((await app.get(path('/finance/transaction?page=1&size=10&search=lunch'), token)).body.totalItems).toBe(1);

      const profile = { firstDayOfWeek: 'Sunday', firstDayOfTheMonth: 31, firstMonthOfTheYear: 'April' };
      const updated = await app.send('PUT', path('/user/update'), { body: profile, token });
      expect(updated.body.data).toMatchObject({ ...profile, email, isVerified: true });
      const passwords = { oldPassword: password, newPassword: `${password}-2` };
      const changed = await app.send('PUT', path('/user/change-password'), { body: passwords, token });
      const renewed = (changed.body.data as { token: string }).token;
      expect((await app.send('DELETE', path('/user/delete'), { token: renewed })).body.status).toBe('success');
      expect((await post('/auth/login', { email, password: passwords.newPassword })).status).toBe(401);
      await app.close();
    },
    LIMIT_MS,
  );

  /** Signs in as a shop or panel does, with the second factor by the query where one is on. */
  async function signIn(app: WebClient, base: string, login: object, code?: () => string) {
    const body = { register_provider: 'urbanfits', remember_me: true, ...login };
    const first = await app.send('POST', `${base}/auth/login`, { body });
    if (!code) return first;
    const { redirect_url } = first.body as { redirect_url: string };
    const userId = new URL(redirect_url, api).searchParams.get('user_id');
    return app.send('POST', `${base}/2fa/verify-totp?user_id=${String(userId)}&totp_code=${code()}`);
  }

  test.each(['', '/api'])(
    'an Urban Fits shop and its admin panel at %j',
    async (base) => {
      const mia = await join(florin, 'Mia Rivers');
      const shop = await open();
      const login = { email: mia.email, password: mia.password };
      expect((await shop.get(`${base}/user/get/me`)).status).toBe(401);
      expect((await signIn(shop, base, login)).body).toMatchObject({ success: true, user: { purchases: 0 } });
      expect(await shop.readable()).toBe('is_logged_in=true');
      const me = async () => (await shop.get(`${base}/user/get/me`)).body.user as Record<string, any>;
      const { uf_wallet } = await me();
      expect(await shop.show(uf_wallet.bar_code as string)).toBeGreaterThan(100);
      const card = `card_number=${String(uf_wallet.card_number)}`;
      const wallet = (what: string) => shop.get(`${base}/user/uf-wallet/${what}?${card}`);
      expect((await shop.send('POST', `${base}/user/uf-wallet/spin-wheel?${card}`)).status).toBe(200);
      expect((await wallet('get-balance')).body.balance).toEqual(expect.any(Number));
      expect((await wallet('get-weekly-points-history')).body.history).toHaveLength(7);
      expect((await wallet('get-points-transactions')).body.history).toEqual(expect.any(Array));
      const own = {
        firstname: 'Mia',
        lastname: 'Brook',
        gender: 'female',
        phone_prefix: '+971',
        phone_number: '501234567',
      };
      expect((await shop.send('PUT', `${base}/user/update`, { body: own })).body).toMatchObject({ user: own });

      const { qrSecret: qr_secret, qrCodeUrl } = (await shop.get(`${base}/2fa/get-qr-code`)).body;
      expect(qrCodeUrl).toMatch(/^data:image\/png;base64,/);
      const phone = await authenticator(qr_secret as string);
      const created = { qr_secret, totp_code: phone.next() };
      expect((await shop.send('POST', `${base}/2fa/create-user-2fa`, { body: created })).status).toBe(201);
      const since = Date.parse((await me())['two_fa_activation_date'] as string);
      expect(Math.abs(Date.now() - since)).toBeLessThan(600_000);
      expect((await shop.send('POST', `${base}/auth/logout`, { body: {} })).body.success).toBe(true);
      expect(await shop.readable()).toBe('');
      expect((await signIn(shop, base, login, phone.next)).body).toMatchObject({ user: { two_fa_enabled: true } });

      const boss = await join(florin, 'Hedy Yew');
      await grantAdmin(dataDir, boss.email);
      const panel = await open();
      const admin = await signIn(panel, base, { email: boss.username, password: boss.password });
      expect(admin.body.user.role).toBe('administrator');
      // one panel sends the id in the query, the other in the body
      const reset =
        base === ''
          ? await panel.send('PUT', `/2fa/reset-user-2fa?user_id=${mia.id}`)
          : await panel.send('PUT', `${base}/2fa/reset-user-2fa`, { body: { user_id: mia.id } });
      expect(reset.body).toMatchObject({
        msg: `${mia.username}'s 2FA has been reset.`,
        user: { two_fa_enabled: false },
      });
      for (const client of [panel, shop]) {
        await client.send('POST', `${base}/auth/logout`, { body: {} });
        expect(await client.readable()).toBe('');
        await client.close();
      }
    },
    LIMIT_MS,
  );
});
