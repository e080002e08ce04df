import type { Request, Response } from 'express';
import { FlorinError } from '@florin/errors';

/** The line ends, so that a shell's prompt does not stand behind it. */
export const jsonText = (body: unknown): string => `${JSON.stringify(body)}\n`;

export function sendJson(response: Response, body: unknown): void {
  response.type('application/json').send(jsonText(body));
}

/**
 * Throws PRECONDITION_FAILED when the request's If-Match names another state than `read` returns, which is the body that a
 * GET would send: of two devices the later does not overwrite what it never saw. ETags are those of GET. Changes within the
 * same few milliseconds are kept apart by the use case's own locks, not by this.
 */
export async function requireMatch(request: Request, read: () => Promise<unknown>): Promise<void> {
  const wanted = request.get('If-Match');
  if (wanted === undefined || wanted.trim() === '*') return;
  const etagOf = request.app.get('etag fn') as (body: string, encoding: BufferEncoding) => string;
  const current = etagOf(jsonText(await read()), 'utf8');
  if (wanted.split(',').some((each) => each.trim() === current)) return;
  throw new FlorinError('PRECONDITION_FAILED', 'It has changed since it was read; read it again');
}
