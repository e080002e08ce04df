import { Decimal128, Long } from 'bson';
import { MongoError } from '../errors.ts';
import { type Exact, type Numeric, exactOf } from './decimal.ts';

type Operation = 'add' | 'multiply';

const LONG_MAX = 2n ** 63n - 1n;

function inDecimal(a: Numeric, b: Numeric, operation: Operation): Decimal128 {
  const [left, right] = [exactOf(a), exactOf(b)];
  if (typeof left === 'string' || typeof right === 'string') {
    const result =
      operation === 'add' ? Number(a.toString()) + Number(b.toString()) : Number(a.toString()) * Number(b.toString());
    return Decimal128.fromString(String(result));
  }
  return Decimal128.fromStringWithRounding(text(operation === 'add' ? sum(left, right) : product(left, right)));
}

function sum(a: Exact, b: Exact): Exact {
  const exponent = Math.min(a.exponent, b.exponent);
  if (Math.max(a.exponent, b.exponent) - exponent > 100) return a.exponent > b.exponent ? a : b;
  const scale = (value: Exact): bigint => value.coefficient * 10n ** BigInt(value.exponent - exponent);
  return { coefficient: scale(a) + scale(b), exponent };
}

function product(a: Exact, b: Exact): Exact {
  return { coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent };
}

function text(value: Exact): string {
  return `${value.coefficient.toString()}E${String(value.exponent)}`;
}

function fromInteger(value: bigint): number | Long {
  if (value > LONG_MAX || value < -LONG_MAX - 1n)
    throw new MongoError(2, 'integer overflow: the result does not fit 64 bits');
  const asNumber = Number(value);
  return Number.isSafeInteger(asNumber) ? asNumber : Long.fromBigInt(value);
}

function isWhole(value: Numeric): boolean {
  return typeof value !== 'number' || Number.isSafeInteger(value);
}

/** a + b or a * b in the widest of the two types (int, long, double, decimal), as $inc and $mul do. */
export function calculate(a: Numeric, b: Numeric, operation: Operation): Numeric {
  if (a instanceof Decimal128 || b instanceof Decimal128) return inDecimal(a, b, operation);
  if (isWhole(a) && isWhole(b)) {
    const [left, right] = [BigInt(a.toString()), BigInt(b.toString())];
    return fromInteger(operation === 'add' ? left + right : left * right);
  }
  const [left, right] = [Number(a.toString()), Number(b.toString())];
  return operation === 'add' ? left + right : left * right;
}
