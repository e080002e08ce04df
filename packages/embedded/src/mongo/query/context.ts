import { Context } from 'mingo';
import { evalExpr } from 'mingo/core';
import { Lazy } from 'mingo/lazy';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import * as window from 'mingo/operators/window';
import type { StringOrder } from '../values/collation.ts';
import { compareValues, valueKey } from '../values/compare.ts';
import type { Doc } from '../values/doc.ts';
import { bsonAccumulators } from './accumulators.ts';
import { bsonPredicates } from './predicates.ts';
import { sortBy } from './sort.ts';

type Operators = Record<`$${string}`, never>;
type Expression = (doc: unknown, operands: unknown, options: Parameters<typeof evalExpr>[2]) => unknown;

/** Stages and operators that run code or write elsewhere: a stand-in for MongoDB on a laptop refuses them. */
const REFUSED = new Set(['$out', '$merge', '$where', '$function', '$accumulator', '$jsonSchema']);

function pick(module: object, overrides: object = {}): Operators {
  const entries = Object.entries({ ...module, ...overrides }).filter(
    ([name]) => name.startsWith('$') && !REFUSED.has(name),
  );
  return Object.fromEntries(entries) as Operators;
}

function comparison(order: StringOrder, accept: (difference: number) => unknown): Expression {
  return (doc, operands, options) => {
    const [left, right] = evalExpr(doc, operands, options) as [unknown, unknown];
    return accept(compareValues(left, right, order));
  };
}

function bsonExpressions(order: StringOrder): Record<string, Expression> {
  return {
    $eq: comparison(order, (difference) => difference === 0),
    $ne: comparison(order, (difference) => difference !== 0),
    $gt: comparison(order, (difference) => difference > 0),
    $gte: comparison(order, (difference) => difference >= 0),
    $lt: comparison(order, (difference) => difference < 0),
    $lte: comparison(order, (difference) => difference <= 0),
    $cmp: comparison(order, Math.sign),
    $in: (doc, operands, options) => {
      const [item, list] = evalExpr(doc, operands, options) as [unknown, unknown[]];
      const wanted = valueKey(item, order);
      return list.some((other) => valueKey(other, order) === wanted);
    },
  };
}

function bsonStages(order: StringOrder): Record<string, unknown> {
  return {
    $sort: (docs: ReturnType<typeof Lazy>, spec: unknown) =>
      docs.transform((all: unknown[]) => Lazy(sortBy(all as Doc[], (doc) => doc, spec, order))),
  };
}

const contexts = new Map<string, Context>();

/** mingo's operators with BSON's equality and order put in place of JavaScript's, for one collation. */
export function queryContext(order: StringOrder): Context {
  const known = contexts.get(order.name);
  if (known) return known;
  const context = Context.init({
    accumulator: pick(accumulator, bsonAccumulators(order)),
    expression: pick(expression, bsonExpressions(order)),
    pipeline: pick(pipeline, bsonStages(order)),
    projection: pick(projection),
    query: pick(query, bsonPredicates(order)),
    window: pick(window),
  });
  if (contexts.size < 100) contexts.set(order.name, context);
  return context;
}
