import { createHash } from 'node:crypto';

/** A request that has its effect once per scope and key. */
export interface IdempotentRequest {
  /** who asked and for what, e.g. `<userId> POST /v1/wallets`: keys of different scopes never meet */
  scope: string;
  /** the client's Idempotency-Key; undefined runs the effect without remembering it */
  key: string | undefined;
  /** what was asked; the same key with another request is refused */
  request: unknown;
}

export interface IdempotentReply<T> {
  body: T;
  replayed: boolean;
}

/** SHA-256 of a JSON value with sorted keys, so that the order of fields does not matter. */
export function requestHash(value: unknown): Buffer {
  return createHash('sha256').update(canonicalJson(value)).digest();
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) => {
    if (typeof inner === 'bigint') return inner.toString();
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
