import { Binary, BSONRegExp, EJSON, type ObjectId, type Timestamp } from 'bson';
import { BINARY_ORDER, type StringOrder } from './collation.ts';
import { compareNumbers, numberKey, type Numeric } from './decimal.ts';
import type { Doc } from './doc.ts';
import { CLASS_ORDER, classOf } from './type-of.ts';

function bytesOf(value: unknown): { bytes: Uint8Array; subtype: number } {
  if (value instanceof Binary) return { bytes: value.buffer.subarray(0, value.position), subtype: value.sub_type };
  return { bytes: value as Uint8Array, subtype: 0 };
}

function compareBinary(a: unknown, b: unknown): number {
  const [left, right] = [bytesOf(a), bytesOf(b)];
  return (
    left.bytes.length - right.bytes.length || left.subtype - right.subtype || Buffer.compare(left.bytes, right.bytes)
  );
}

function compareArrays(a: readonly unknown[], b: readonly unknown[], order: StringOrder): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const difference = compareValues(a[i], b[i], order);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareDocs(a: Doc, b: Doc, order: StringOrder): number {
  const [left, right] = [Object.entries(a), Object.entries(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const [keyA, valueA] = left[i] ?? [''];
    const [keyB, valueB] = right[i] ?? [''];
    const difference =
      CLASS_ORDER[classOf(valueA)] - CLASS_ORDER[classOf(valueB)] ||
      BINARY_ORDER.compare(keyA, keyB) ||
      compareValues(valueA, valueB, order);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function regexText(value: unknown): string {
  if (value instanceof BSONRegExp) return `${value.pattern}/${value.options}`;
  return value instanceof RegExp ? `${value.source}/${value.flags}` : '';
}

/** MongoDB's total order over values of any type: first by class of type, then by value. Missing counts as null. */
export function compareValues(a: unknown, b: unknown, order: StringOrder = BINARY_ORDER): number {
  const [kind, other] = [classOf(a), classOf(b)];
  if (kind !== other) return CLASS_ORDER[kind] - CLASS_ORDER[other];
  switch (kind) {
    case 'number':
      return compareNumbers(a as Numeric, b as Numeric);
    case 'string':
      return order.compare(String(a), String(b));
    case 'boolean':
    case 'date':
      return Number(a) - Number(b);
    case 'objectId':
      return BINARY_ORDER.compare((a as ObjectId).toHexString(), (b as ObjectId).toHexString());
    case 'binary':
      return compareBinary(a, b);
    case 'array':
      return compareArrays(a as unknown[], b as unknown[], order);
    case 'object':
      return compareDocs(a as Doc, b as Doc, order);
    case 'timestamp':
      return (a as Timestamp).compare(b as Timestamp);
    case 'regex':
      return BINARY_ORDER.compare(regexText(a), regexText(b));
    case 'code':
    case 'dbref':
      return BINARY_ORDER.compare(EJSON.stringify(a), EJSON.stringify(b));
    case 'null':
    case 'minKey':
    case 'maxKey':
      return 0;
  }
}

function sized(text: string): string {
  return `${String(text.length)}:${text}`;
}

/** Text that two values share exactly when compareValues calls them equal: the key of every hash index. */
export function valueKey(value: unknown, order: StringOrder = BINARY_ORDER): string {
  const kind = classOf(value);
  switch (kind) {
    case 'null':
      return 'z';
    case 'number':
      return numberKey(value as Numeric);
    case 'string':
      return `s${order.fold(String(value))}`;
    case 'boolean':
      return value === true ? 'b1' : 'b0';
    case 'date':
      return `d${String(Number(value))}`;
    case 'objectId':
      return `o${(value as ObjectId).toHexString()}`;
    case 'binary': {
      const { bytes, subtype } = bytesOf(value);
      return `x${String(subtype)}:${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;
    }
    case 'array':
      return `[${(value as unknown[]).map((item) => sized(valueKey(item, order))).join('')}]`;
    case 'object':
      return `{${Object.entries(value as Doc)
        .map(([key, item]) => sized(key) + sized(valueKey(item, order)))
        .join('')}}`;
    case 'regex':
      return `r${regexText(value)}`;
    case 'minKey':
      return '<';
    case 'maxKey':
      return '>';
    case 'timestamp':
    case 'code':
    case 'dbref':
      return `u${kind}${EJSON.stringify(value)}`;
  }
}
