import { hash as digest } from 'node:crypto';
import type { IdempotencyKey } from './posting.ts';

/** What was asked: a text, or its parts, which count as JSON with bigints as decimal text. */
type Asked = string | readonly unknown[];

/** Hashes a caller's key and what was asked. Scopes never meet: the same key of two callers are two ids. */
export function idempotencyKey(scope: string, key: string, request: Asked): IdempotencyKey {
  return { id: hash(`${scope}\0${key}`), requestHash: hash(textOf(request)) };
}

/** The same of a key a caller may leave out. */
export function keyOf(scope: string, key: string | undefined, request: Asked): IdempotencyKey | undefined {
  return key === undefined ? undefined : idempotencyKey(scope, key, request);
}

function textOf(asked: Asked): string {
  if (typeof asked === 'string') return asked;
  return JSON.stringify(asked, (_name, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}

/** 128 bits of SHA-256 in the form of a uuid. */
function hash(text: string): string {
  const hex = digest('sha256', text, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
