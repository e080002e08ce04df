import { $push } from 'mingo/operators/accumulator';
import { calculate } from '../values/arithmetic.ts';
import type { StringOrder } from '../values/collation.ts';
import { compareValues } from '../values/compare.ts';
import { isNumeric, type Numeric } from '../values/decimal.ts';

type Accumulator = (docs: never[], expression: unknown, options: Parameters<typeof $push>[2]) => unknown;

function total(values: readonly unknown[]): Numeric {
  return values.filter(isNumeric).reduce<Numeric>((sum, value) => calculate(sum, value, 'add'), 0);
}

const sum: Accumulator = (docs, expression, options) =>
  isNumeric(expression) ? calculate(docs.length, expression, 'multiply') : total($push(docs, expression, options));

const average: Accumulator = (docs, expression, options) => {
  const values = $push(docs, expression, options).filter(isNumeric);
  return values.length === 0 ? null : Number(total(values).toString()) / values.length;
};

function extreme(direction: 1 | -1, order: StringOrder): Accumulator {
  return (docs, expression, options) =>
    $push(docs, expression, options)
      .filter((value) => value !== null && value !== undefined)
      .reduce<unknown>(
        (best, value) => (best === null || compareValues(value, best, order) * direction > 0 ? value : best),
        null,
      );
}

/** The accumulators whose mingo version passes over Long and Decimal128 or orders them as text. */
export function bsonAccumulators(order: StringOrder): Record<string, Accumulator> {
  return { $sum: sum, $avg: average, $max: extreme(1, order), $min: extreme(-1, order) };
}
