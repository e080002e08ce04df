import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { startBrowser } from '@florin/testing';

type Browser = Awaited<ReturnType<typeof startBrowser>>;

/** A site of another origin than Florin's, with a page that scripts run in. */
export async function startSite(): Promise<{ origin: string; stop(): void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>App</title><h1>App</h1>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://localhost:${String((server.address() as AddressInfo).port)}`, stop };
}

export interface WebReply {
  status: number;
  body: any;
}

export interface WebRequest {
  body?: object;
  token?: string;
}

export type WebClient = Awaited<ReturnType<typeof openClient>>;

/** One client in a browser profile of its own: a page of the site, whose script calls the API as web clients do, cookies included. */
export async function openClient(browser: Browser, site: string, api: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site);
  const send = (method: string, path: string, { body, token }: WebRequest = {}): Promise<WebReply> =>
    page.evaluate(
      async ([url, verb, json, bearer]) => {
        const headers = {
          ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
        };
        const reply = await fetch(url, { method: verb, headers, body: json ?? null, credentials: 'include' });
        return { status: reply.status, body: await reply.json() };
      },
      [api + path, method, body && JSON.stringify(body), token] as const,
    );
  return {
    page,
    send,
    get: (path: string, token?: string) => send('GET', path, token === undefined ? {} : { token }),
    /** What a script of the page can read of the cookies. */
    readable: () => page.evaluate<string>('document.cookie'),
    /** Width of an image of the API that the page shows; 0 when the browser blocks it. */
    show: (path: string) =>
      page.evaluate<number>(`new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve(image.naturalWidth);
        image.onerror = () => resolve(0);
        image.src = ${JSON.stringify(api + path)};
      })`),
    close: () => context.close(),
  };
}
