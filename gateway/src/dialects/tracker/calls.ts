import type { Request } from 'express';
import type { Session } from '../../session/session.ts';
import type { Write } from '../double-tap.ts';

/**
 * A row to be made. Sent again because no reply came, it is made once; sent again after a reply it is another row, however soon:
 * two coffees are two expenses.
 */
export function createWrite(request: Request, { identity }: Session, noun: string, body: object): Write {
  return { request, dialect: 'tracker', parts: [noun, identity.userId, JSON.stringify(body)], tap: false };
}
