import type { Response } from 'express';
import type { DialectReply } from './dialect.ts';

/** Sends what a handler or renderer answered; personal data is not for caches. */
export function sendReply(response: Response, reply: DialectReply): void {
  response.setHeader('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  for (const cookie of reply.cookies ?? []) response.append('Set-Cookie', cookie);
  response.status(reply.status ?? 200);
  if (reply.contentType !== undefined) response.type(reply.contentType).send(reply.body);
  else if (reply.body === undefined) response.end();
  else response.json(reply.body);
}
