import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { invalidField } from '@florin/errors';
import { deriveKey } from '../seal.ts';

/** `?limit=&cursor=` of every list. Spread into the route's query schema. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
};

/** A page: `nextCursor` is null on the last one. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({ data: z.array(item), nextCursor: z.string().nullable() });
}

/** An opaque cursor that holds the sort key of the last row of a page. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Reads a cursor by the schema of its key, e.g. `z.tuple([z.iso.datetime(), z.uuid()])`; throws INVALID_ARGUMENT on `cursor`. */
export function decodeCursor<T extends z.ZodType>(cursor: string | undefined, schema: T): z.output<T> | undefined {
  if (cursor === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw badCursor();
  }
}

const badCursor = () => invalidField('cursor', 'must be a nextCursor of this list');

export interface CursorSigner {
  /** The cursor as clients get it. The same cursor of a list is always signed alike, so that pages keep their ETag. */
  sign(cursor: string, list: string): string;
  /** The cursor that `sign` was given for the same list. Throws INVALID_ARGUMENT on `cursor` for any other text. */
  open(signed: string, list: string): string;
}

const SIGNATURE_BYTES = 16;

/**
 * Signs the cursors that leave the service, with a key derived from the secret all processes share: nobody can make one
 * by hand, so stores read only keys that a page of theirs ended with.
 */
export function createCursorSigner(secret: string): CursorSigner {
  const key = deriveKey(secret, 'cursor');
  const signatureOf = (cursor: string, list: string) =>
    createHmac('sha256', key).update(`${list} ${cursor}`).digest().subarray(0, SIGNATURE_BYTES);
  return {
    sign: (cursor, list) => `${cursor}.${signatureOf(cursor, list).toString('base64url')}`,
    open: (signed, list) => {
      const [cursor = '', signature = '', ...more] = signed.split('.');
      const given = Buffer.from(signature, 'base64url');
      const genuine = given.length === SIGNATURE_BYTES && timingSafeEqual(given, signatureOf(cursor, list));
      if (!genuine || more.length > 0) throw badCursor();
      return cursor;
    },
  };
}

/** Cuts `rows` (fetched with limit + 1) to a page. */
export function toPage<T>(rows: readonly T[], limit: number, keyOf: (row: T) => readonly (string | number)[]) {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
