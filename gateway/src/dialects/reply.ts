import type { Response } from 'express';
import type { DialectReply } from './dialect.ts';

/** Sends what a handler or renderer answered; personal data is not for caches. */
export function sendReply(response: Response, reply: DialectReply): void {
  response.setHeader('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  setCookies(response, reply.cookies ?? []);
  response.status(reply.status ?? 200);
  if (reply.contentType !== undefined) response.type(reply.contentType).send(reply.body);
  else if (reply.body === undefined) response.end();
  else response.json(reply.body);
}

/** Adds cookies; one of a name that is set already takes its place. */
function setCookies(response: Response, cookies: readonly string[]): void {
  if (cookies.length === 0) return;
  const nameOf = (cookie: string) => cookie.slice(0, cookie.indexOf('='));
  const names = new Set(cookies.map(nameOf));
  const before = [response.getHeader('Set-Cookie') ?? []].flat().map(String);
  response.setHeader('Set-Cookie', [...before.filter((cookie) => !names.has(nameOf(cookie))), ...cookies]);
}
