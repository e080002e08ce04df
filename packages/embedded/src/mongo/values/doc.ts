import { serialize } from 'bson';
import { MongoError } from '../errors.ts';
import { MAX_DOCUMENT_BYTES, MAX_NESTING } from '../limits.ts';

export type Doc = Record<string, unknown>;

/** True for an embedded document: not an array, a Date or a BSON value such as ObjectId. */
export function isDoc(value: unknown): value is Doc {
  // By prototype: a document may have a field named `constructor`.
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

export function hasOwn(value: object, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(value, key);
}

/** A copy that shares no mutable part with the original; BSON values are immutable here and stay shared. */
export function cloneValue<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => cloneValue(item)) as T;
  if (value instanceof Date) return new Date(value) as T;
  if (!isDoc(value)) return value;
  const copy: Doc = {};
  for (const key of Object.keys(value)) setOwn(copy, key, cloneValue(value[key]));
  return copy as T;
}

/** Assigns an own property, also when the key is `__proto__`. */
export function setOwn(target: object, key: string, value: unknown): void {
  if (key !== '__proto__') (target as Doc)[key] = value;
  else Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

function depthOf(value: unknown, depth: number): void {
  if (depth > MAX_NESTING) throw new MongoError(15, `document is nested deeper than ${String(MAX_NESTING)} levels`);
  if (Array.isArray(value)) for (const item of value) depthOf(item, depth + 1);
  else if (isDoc(value)) for (const key of Object.keys(value)) depthOf(value[key], depth + 1);
}

function checked(raw: Uint8Array): Uint8Array {
  if (raw.length > MAX_DOCUMENT_BYTES) {
    throw new MongoError(
      10334,
      `BSONObj size: ${String(raw.length)} is over the maximum of ${String(MAX_DOCUMENT_BYTES)}`,
    );
  }
  return raw;
}

/** The BSON of a document to be stored; errors 15 (too deep) and 10334 (over 16 MB). */
export function encodeStored(doc: Doc): Uint8Array {
  depthOf(doc, 0);
  return checked(serialize(doc, { ignoreUndefined: false }));
}

/** The BSON of a computed document or reply, in which `undefined` means absent; error 10334 (over 16 MB). */
export function encodeResult(doc: Doc): Uint8Array {
  return checked(serialize(doc));
}
