import { Long } from 'bson';
import { MongoError } from '../errors.ts';
import { MAX_WRITE_BATCH } from '../limits.ts';
import { stringOrder } from '../values/collation.ts';
import { type Doc, isDoc } from '../values/doc.ts';
import type { QueryOptions } from '../query/match.ts';

function wrongType(name: string, expected: string): MongoError {
  return new MongoError(14, `BSON field '${name}' is the wrong type, expected ${expected}`);
}

export function docArg(command: Doc, name: string, fallback?: Doc): Doc {
  const value = command[name] ?? fallback;
  if (!isDoc(value)) throw wrongType(name, 'object');
  return value;
}

export function textArg(command: Doc, name: string): string {
  const value = command[name];
  if (typeof value !== 'string') throw wrongType(name, 'string');
  return value;
}

/** A whole number of 0 or more; Longs and doubles count. */
export function countArg(command: Doc, name: string, fallback: number): number {
  const value = command[name];
  if (value === undefined || value === null) return fallback;
  const number = value instanceof Long ? value.toNumber() : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw wrongType(name, 'number');
  if (number < 0)
    throw new MongoError(51024, `BSON field '${name}' value must be >= 0, actual value '${String(number)}'`);
  return Math.floor(number);
}

export function docsArg(command: Doc, name: string): Doc[] {
  const value = command[name];
  if (!Array.isArray(value) || !value.every(isDoc)) throw wrongType(name, 'array of objects');
  if (value.length < 1 || value.length > MAX_WRITE_BATCH) {
    throw new MongoError(16, `Write batch sizes must be between 1 and ${String(MAX_WRITE_BATCH)}: '${name}'`);
  }
  return value;
}

/** Collation and `let` of a command or of one of its statements. */
export function queryOptions(source: Doc, variables?: unknown): QueryOptions {
  return { order: stringOrder(source['collation']), ...(isDoc(variables) && { variables }) };
}

/** "database.collection" of a command whose first field names the collection; errors 73. */
export function namespaceOf(command: Doc, name: string): string {
  const [db, collection] = [databaseOf(command), command[name]];
  if (
    typeof collection !== 'string' ||
    collection === '' ||
    /[$\0]/.test(collection) ||
    collection.startsWith('system.')
  ) {
    throw new MongoError(73, `Invalid collection name specified '${db}.${String(collection)}'`);
  }
  const ns = `${db}.${collection}`;
  if (Buffer.byteLength(ns) > 255) throw new MongoError(73, `Fully qualified namespace is too long: ${ns}`);
  return ns;
}

export function databaseOf(command: Doc): string {
  const db = command['$db'];
  if (typeof db !== 'string' || !/^[^/\\. "$*<>:|?\0]{1,63}$/.test(db))
    throw new MongoError(73, `Invalid database name: '${String(db)}'`);
  return db;
}
