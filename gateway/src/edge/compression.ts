import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';

export type Encoding = 'br' | 'gzip';

/** A reply this small fits into one packet with its head: compressing it only costs. */
const LEAST_BYTES = 1_400;
/** What is larger goes out as it comes, without being held. */
const MOST_BYTES = 4 * 1024 * 1024;
/** Up to this it takes 40 us and is done at once, larger ones by a thread. */
const AT_ONCE_BYTES = 32 * 1024;
/**
 * The fastest: a list of 15 KB takes 20 us and becomes 2.0 KB; brotli's 4 takes 54 us to 1.5 KB, gzip's 6 41 us to 1.7 KB. One
 * core serves everybody, so that a reply's last quarter is not worth as much again.
 */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const GZIP = { level: 1 };

const brotliAside = promisify(brotliCompress);
const gzipAside = promisify(gzip);

/** By Accept-Encoding as sent; there are few. */
const known = new LRUCache<string, { best: Encoding | undefined }>({ max: 100 });
const LONGEST_REMEMBERED = 200;

/** The encoding that a client takes and we would rather send; undefined when it takes none of ours. */
export function encodingFor({ 'accept-encoding': accepted }: IncomingHttpHeaders): Encoding | undefined {
  if (typeof accepted !== 'string') return undefined;
  const before = known.get(accepted);
  if (before) return before.best;
  const taken = new Set(accepted.toLowerCase().split(',').filter(isTaken).map(nameOf));
  const best = taken.has('br') ? 'br' : taken.has('gzip') ? 'gzip' : undefined;
  if (accepted.length <= LONGEST_REMEMBERED) known.set(accepted, { best });
  return best;
}

const nameOf = (part: string): string => part.split(';', 1)[0]?.trim() ?? '';
const isTaken = (part: string): boolean => !/;\s*q\s*=\s*0(\.0*)?\s*$/.test(part);

/** Whether a body of this type and length, as yet uncompressed, is worth it. */
export function isCompressible(contentType: string | undefined, bytes: number): boolean {
  return bytes >= LEAST_BYTES && bytes <= MOST_BYTES && contentType?.startsWith('application/json') === true;
}

/** Compresses a body: small ones at once, large ones aside. */
export function compress(body: Buffer, encoding: Encoding): Buffer | Promise<Buffer> {
  if (body.length <= AT_ONCE_BYTES) {
    return encoding === 'br' ? brotliCompressSync(body, BROTLI) : gzipSync(body, GZIP);
  }
  return encoding === 'br' ? brotliAside(body, BROTLI) : gzipAside(body, GZIP);
}

/**
 * For each value of a header list: an ETag that says byte for byte the same is not true of a compressed body, and becomes one
 * that says as good as the same.
 */
export function weak(value: string, at: number, list: readonly string[]): string {
  return at % 2 === 1 && value.startsWith('"') && list[at - 1]?.toLowerCase() === 'etag' ? `W/${value}` : value;
}
