import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  DBRef,
  Decimal128,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { isDoc } from './doc.ts';
import { isNumeric } from './decimal.ts';

/** Canonical classes in MongoDB's comparison order. */
export type BsonClass =
  | 'minKey'
  | 'null'
  | 'number'
  | 'string'
  | 'object'
  | 'array'
  | 'binary'
  | 'objectId'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | 'regex'
  | 'dbref'
  | 'code'
  | 'maxKey';

export const CLASS_ORDER: Record<BsonClass, number> = {
  minKey: 0,
  null: 1,
  number: 2,
  string: 3,
  object: 4,
  array: 5,
  binary: 6,
  objectId: 7,
  boolean: 8,
  date: 9,
  timestamp: 10,
  regex: 11,
  dbref: 12,
  code: 13,
  maxKey: 14,
};

export function classOf(value: unknown): BsonClass {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  // Timestamp extends Long: it has to be asked first.
  if (value instanceof Timestamp) return 'timestamp';
  if (isNumeric(value)) return 'number';
  if (Array.isArray(value)) return 'array';
  if (isDoc(value)) return 'object';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Date) return 'date';
  if (value instanceof Binary || value instanceof Uint8Array) return 'binary';
  if (value instanceof RegExp || value instanceof BSONRegExp) return 'regex';
  if (value instanceof MinKey) return 'minKey';
  if (value instanceof MaxKey) return 'maxKey';
  if (value instanceof Code) return 'code';
  if (value instanceof DBRef) return 'dbref';
  if (value instanceof BSONSymbol) return 'string';
  return 'object';
}

const TYPE_NUMBERS: Record<string, string> = {
  '1': 'double',
  '2': 'string',
  '3': 'object',
  '4': 'array',
  '5': 'binData',
  '6': 'undefined',
  '7': 'objectId',
  '8': 'bool',
  '9': 'date',
  '10': 'null',
  '11': 'regex',
  '13': 'javascript',
  '16': 'int',
  '17': 'timestamp',
  '18': 'long',
  '19': 'decimal',
  '127': 'maxKey',
  '-1': 'minKey',
};

const CLASS_TYPES: Partial<Record<BsonClass, string>> = {
  binary: 'binData',
  boolean: 'bool',
  code: 'javascript',
};

function numberTypes(value: unknown): string[] {
  if (value instanceof Decimal128) return ['decimal', 'number'];
  if (value instanceof Long || typeof value === 'bigint') return ['long', 'number'];
  const int32 = Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
  // A whole number loses int/long/double on its way through JavaScript, so it answers to all that could hold it.
  return Number.isSafeInteger(value) ? ['double', 'long', 'number', ...(int32 ? ['int'] : [])] : ['double', 'number'];
}

/** The `$type` names a value answers to; an alias as a BSON type number is translated by typeName. */
export function typeNames(value: unknown): string[] {
  if (value === undefined) return [];
  const kind = classOf(value);
  return kind === 'number' ? numberTypes(value) : [CLASS_TYPES[kind] ?? kind];
}

export function typeName(alias: unknown): string | undefined {
  if (typeof alias === 'number') return TYPE_NUMBERS[String(alias)];
  if (typeof alias !== 'string') return undefined;
  return alias === 'number' || Object.values(TYPE_NUMBERS).includes(alias) ? alias : undefined;
}
