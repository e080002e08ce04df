import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { FlorinError, invalidField } from '@florin/errors';
import { refuseBody, tooLarge } from '../edge/body.ts';

type Fields = Record<string, unknown>;

/** The query string as fields; a repeated one becomes a list, so that a schema that wants text refuses it. */
export function readQuery(request: IncomingMessage): Fields {
  const { url = '' } = request;
  const at = url.indexOf('?');
  return at < 0 ? {} : fieldsOf(new URLSearchParams(url.slice(at + 1)));
}

/**
 * The body as fields: JSON, or a form. A body without a content type counts as JSON. Throws INVALID_ARGUMENT for what
 * can't be read, UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Fields> {
  const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
  if (coding === undefined && Number(length ?? 0) === 0) return {};
  const bytes = await collect(request, maxBytes);
  if (bytes.length === 0) return {};
  if (request.headers['content-encoding'] !== undefined) {
    throw new FlorinError('UNSUPPORTED_MEDIA_TYPE', 'Send the body without a content encoding');
  }
  const text = decode(bytes);
  const type = (request.headers['content-type'] ?? 'application/json').split(';', 1)[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') return fieldsOf(new URLSearchParams(text));
  if (type === 'application/json' || type === 'text/plain') return parseObject(text);
  throw new FlorinError('UNSUPPORTED_MEDIA_TYPE', 'Send application/json or application/x-www-form-urlencoded');
}

async function collect(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return refuse(request, maxBytes);
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= maxBytes) chunks.push(chunk);
      else {
        request.removeAllListeners('data');
        refuse(request, maxBytes).catch(reject);
      }
    });
    request.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.on('error', () => {
      reject(new FlorinError('INVALID_ARGUMENT', 'The request was cut off'));
    });
  });
}

function refuse(request: IncomingMessage, maxBytes: number): Promise<never> {
  refuseBody(request);
  return Promise.reject(tooLarge(maxBytes));
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalidField('', 'the body must be UTF-8');
  }
}

function parseObject(text: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalidField('', 'the body must be valid JSON');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw invalidField('', 'the body must be a JSON object');
}

const MAX_FIELDS = 200;

function fieldsOf(parameters: URLSearchParams): Fields {
  if (parameters.size > MAX_FIELDS) throw invalidField('', `must have at most ${MAX_FIELDS} fields`);
  const names = [...new Set(parameters.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

/**
 * A page's number, or how many rows it holds, as a query string says it: missing and empty are `fallback`, and what is more
 * than `most` counts as that, for no list goes on so far.
 */
export function pageCount(fallback: number, most: number) {
  return z
    .string('must be given once')
    .optional()
    .refine((value) => value === undefined || /^\d*$/.test(value), 'must be a whole number from 1')
    .transform((value) => (value === undefined || value === '' ? fallback : Math.min(Number(value), most)))
    .refine((value) => value >= 1, 'must be a whole number from 1');
}
