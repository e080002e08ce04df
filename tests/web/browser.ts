import { chromiumPath, startBrowser, type Browser, type Page } from '@florin/testing';
import { startFlorin, oneBus, type Florin } from '../e2e/florin.ts';
import type { Person } from '../e2e/people.ts';

if (chromiumPath() === undefined) console.warn('the web app was not opened: there is no Chromium on this machine');
/** `describe` where a Chromium is installed, else a describe that is skipped. */
export const inBrowser = chromiumPath() === undefined ? describe.skip : describe;

export interface World {
  florin: Florin;
  /** by the name that cookies are kept for */
  url: string;
  browser: Browser;
  stop(): Promise<void>;
}

/** All of Florin with its app, and a browser. */
export async function startWorld(): Promise<World> {
  const [florin, browser] = await Promise.all([startFlorin(oneBus()[0]!), startBrowser()]);
  const url = florin.url.replace('127.0.0.1', 'localhost');
  const stop = async () => {
    await browser.close();
    await florin.stop();
  };
  return { florin, url, browser, stop };
}

export interface Look {
  width?: number;
  theme?: 'light' | 'dark';
  language?: 'en' | 'de' | 'ar';
}

/** A browser profile of its own. `faults` gathers errors of the page, of its console, and requests to other origins. */
export async function openPage({ browser, url }: World, { width = 1280, theme = 'light', language = 'en' }: Look = {}) {
  const viewport = { width, height: width < 600 ? 844 : 800 };
  const context = await browser.newContext({ viewport, locale: language, colorScheme: theme });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url)) faults.push(request.url());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { page, faults, close: () => context.close() };
}

/** Signs a person in by the app's own form; the page then shows Home. */
export async function signIn(page: Page, url: string, person: Pick<Person, 'email' | 'password'>): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.locator('input[autocomplete=username]').fill(person.email);
  await page.locator('input[autocomplete=current-password]').fill(person.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${url}/`);
}

/** Gives a person money. */
export async function fund(person: Person, amount: number): Promise<void> {
  const reply = await person.post('/v1/deposits', { amount, currency: 'USD' });
  if (reply.status !== 201) throw new Error(`deposit: ${reply.status} ${reply.text}`);
}

/** What a person has sent to others, newest first. */
export async function sentBy(person: Person): Promise<{ id: string; amount: number; note: string }[]> {
  return (await person.get('/v1/transfers?direction=out&kind=peer&limit=100')).body.data;
}
