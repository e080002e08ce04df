import type { ServerResponse } from 'node:http';
import { compress, isCompressible, type Encoding } from '../edge/compression.ts';
import { pairs, setHeaders } from '../edge/header-list.ts';
import type { DialectReply } from '../dialects/dialect.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const COOKIE = 'Set-Cookie';
/** Without a body by what they mean. */
const BODILESS: ReadonlySet<number> = new Set([204, 304]);

/**
 * Writes what a handler or renderer answered after the headers collected so far, name after value. A header or cookie of the
 * reply takes the place of one of its name that is collected already. Personal data is not for caches.
 */
export function writeReply(response: ServerResponse, collected: readonly string[], reply: DialectReply): void {
  const { status = 200, cookies = [] } = reply;
  const kept = withoutHeaders(withoutCookies(collected, cookies), reply.headers);
  const list = [...kept, 'Cache-Control', 'no-store', ...headersOf(reply)];
  for (const cookie of cookies) list.push(COOKIE, cookie);
  const body = BODILESS.has(status) ? undefined : bodyOf(reply);
  if (body !== undefined) list.push('Content-Length', String(Buffer.byteLength(body)));
  response.writeHead(status, list).end(body);
}

/** The reply with its body compressed, where that is worth it. */
export async function compressed(reply: DialectReply, encoding: Encoding): Promise<DialectReply> {
  if (reply.contentType !== undefined || reply.body === undefined) return reply;
  const text = JSON.stringify(reply.body);
  if (!isCompressible(JSON_TYPE, text.length)) return { ...reply, body: text, contentType: JSON_TYPE };
  const headers = { ...reply.headers, Vary: 'Origin, Accept-Encoding', 'Content-Encoding': encoding };
  return { ...reply, headers, body: await compress(Buffer.from(text), encoding), contentType: JSON_TYPE };
}

/** As `writeReply`, after the headers that the response itself has collected. */
export function sendReply(response: ServerResponse, reply: DialectReply): void {
  const before = [response.getHeader(COOKIE) ?? []].flat().flatMap((cookie) => [COOKIE, String(cookie)]);
  const kept = withoutCookies(before, reply.cookies ?? []);
  const cookies = [...[...pairs(kept)].map(([, cookie]) => cookie), ...(reply.cookies ?? [])];
  if (cookies.length > 0) response.setHeader(COOKIE, cookies);
  response.setHeader('Cache-Control', 'no-store');
  setHeaders(response, headersOf(reply));
  response.statusCode = reply.status ?? 200;
  const body = BODILESS.has(response.statusCode) ? undefined : bodyOf(reply);
  if (body !== undefined) response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(body);
}

function headersOf({ body, contentType, headers = {} }: DialectReply): string[] {
  const type = contentType ?? (body === undefined ? undefined : JSON_TYPE);
  return [...Object.entries(headers).flat(), ...(type === undefined ? [] : ['Content-Type', type])];
}

function bodyOf({ body, contentType }: DialectReply): string | Buffer | undefined {
  if (body === undefined) return undefined;
  return contentType === undefined ? JSON.stringify(body) : (body as string | Buffer);
}

const nameOf = (cookie: string): string => cookie.slice(0, cookie.indexOf('='));

function withoutHeaders(list: readonly string[], headers: DialectReply['headers']): readonly string[] {
  if (!headers) return list;
  const names = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  return [...pairs(list)].filter(([name]) => !names.has(name.toLowerCase())).flat();
}

/** The list without the cookies whose names are among those of `cookies`. */
function withoutCookies(list: readonly string[], cookies: readonly string[]): readonly string[] {
  if (cookies.length === 0) return list;
  const names = new Set(cookies.map(nameOf));
  return [...pairs(list)].filter(([name, value]) => name !== COOKIE || !names.has(nameOf(value))).flat();
}
