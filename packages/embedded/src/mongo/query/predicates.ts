import type { Context } from 'mingo';
import { Query } from 'mingo/query';
import { MongoError } from '../errors.ts';
import type { StringOrder } from '../values/collation.ts';
import { compareValues, valueKey } from '../values/compare.ts';
import { isDoc } from '../values/doc.ts';
import { candidatesAt, valuesAt } from '../values/path.ts';
import { classOf, typeName, typeNames } from '../values/type-of.ts';

type Predicate = (doc: unknown) => boolean;
/** mingo's shape of a query operator. */
export type Operator = (path: string, operand: unknown, options: { context: Context }) => Predicate;

function negated(operator: Operator): Operator {
  return (path, operand, options) => {
    const predicate = operator(path, operand, options);
    return (doc) => !predicate(doc);
  };
}

function equality(order: StringOrder): Operator {
  return (path, operand) => {
    if (operand instanceof RegExp) return (doc) => candidatesAt(doc, path).some((value) => matches(operand, value));
    const wanted = valueKey(operand, order);
    return (doc) => candidatesAt(doc, path).some((value) => valueKey(value, order) === wanted);
  };
}

function matches(pattern: RegExp, value: unknown): boolean {
  if (typeof value === 'string') return pattern.test(value);
  return value instanceof RegExp && value.source === pattern.source && value.flags === pattern.flags;
}

function membership(name: string, order: StringOrder): Operator {
  return (path, operand) => {
    if (!Array.isArray(operand)) throw new MongoError(2, `${name} needs an array`);
    const patterns = operand.filter((item) => item instanceof RegExp);
    const wanted = new Set(operand.map((item) => valueKey(item, order)));
    return (doc) =>
      candidatesAt(doc, path).some(
        (value) => wanted.has(valueKey(value, order)) || patterns.some((pattern) => matches(pattern, value)),
      );
  };
}

function ordering(accept: (difference: number) => boolean, order: StringOrder): Operator {
  return (path, operand) => {
    const kind = classOf(operand);
    const open = kind === 'minKey' || kind === 'maxKey';
    const test = (value: unknown): boolean => {
      if (!open && classOf(value) !== kind) return false;
      // NaN is equal to itself and neither above nor below any number.
      if (Number.isNaN(value) !== Number.isNaN(operand)) return false;
      return accept(compareValues(value, operand, order));
    };
    return (doc) => candidatesAt(doc, path).some(test);
  };
}

const exists: Operator = (path, operand) => {
  const wanted = operand !== false && operand !== 0 && operand !== null;
  return (doc) => valuesAt(doc, path).some((value) => value !== undefined) === wanted;
};

const hasType: Operator = (path, operand) => {
  const wanted = (Array.isArray(operand) ? (operand as unknown[]) : [operand]).map((alias) => {
    const name = typeName(alias);
    if (name === undefined) throw new MongoError(2, `Unknown type name alias: ${String(alias)}`);
    return name;
  });
  return (doc) => candidatesAt(doc, path).some((value) => typeNames(value).some((name) => wanted.includes(name)));
};

const size: Operator = (path, operand) => {
  if (!Number.isInteger(operand) || Number(operand) < 0)
    throw new MongoError(2, '$size needs a whole number of 0 or more');
  return (doc) => valuesAt(doc, path).some((value) => Array.isArray(value) && value.length === operand);
};

const regex: Operator = (path, operand) => {
  if (!(operand instanceof RegExp)) throw new MongoError(2, '$regex has to be a string');
  return (doc) => candidatesAt(doc, path).some((value) => matches(operand, value));
};

const LOGICAL = new Set(['$and', '$or', '$nor']);

/** The test of one array element against the operand of $elemMatch. */
function elementTest(operand: unknown, options: { context: Context }): Predicate {
  if (!isDoc(operand)) throw new MongoError(2, '$elemMatch needs an object');
  const keys = Object.keys(operand);
  const onValue = keys.length > 0 && keys.every((key) => key.startsWith('$') && !LOGICAL.has(key));
  const query = new Query(onValue ? { element: operand } : operand, options);
  return (item) =>
    onValue ? query.test({ element: item }) : (isDoc(item) || Array.isArray(item)) && query.test(item as never);
}

const elemMatch: Operator = (path, operand, options) => {
  const test = elementTest(operand, options);
  return (doc) => valuesAt(doc, path).some((value) => Array.isArray(value) && value.some(test));
};

function all(order: StringOrder): Operator {
  return (path, operand, options) => {
    if (!Array.isArray(operand)) throw new MongoError(2, '$all needs an array');
    const equals = equality(order);
    const tests = operand.map((item: unknown) =>
      isDoc(item) && '$elemMatch' in item ? elemMatch(path, item['$elemMatch'], options) : equals(path, item, options),
    );
    return (doc) => tests.length > 0 && tests.every((test) => test(doc));
  };
}

/** The query operators whose mingo version knows JavaScript's types only: here they follow BSON's. */
export function bsonPredicates(order: StringOrder): Record<string, Operator> {
  return {
    $eq: equality(order),
    $ne: negated(equality(order)),
    $in: membership('$in', order),
    $nin: negated(membership('$nin', order)),
    $gt: ordering((difference) => difference > 0, order),
    $gte: ordering((difference) => difference >= 0, order),
    $lt: ordering((difference) => difference < 0, order),
    $lte: ordering((difference) => difference <= 0, order),
    $exists: exists,
    $type: hasType,
    $size: size,
    $regex: regex,
    $elemMatch: elemMatch,
    $all: all(order),
  };
}
