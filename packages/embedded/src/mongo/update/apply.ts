import { MongoError } from '../errors.ts';
import { aggregate, readPipeline } from '../query/aggregate.ts';
import type { QueryOptions } from '../query/match.ts';
import { valueKey } from '../values/compare.ts';
import { cloneValue, type Doc, hasOwn, isDoc } from '../values/doc.ts';
import { ARRAY_OPERATORS } from './array-operators.ts';
import { VALUE_OPERATORS } from './operators.ts';
import { pathContext } from './positional.ts';
import { type PathContext, slotsAt } from './target.ts';

const OPERATORS = { ...VALUE_OPERATORS, ...ARRAY_OPERATORS };
const PIPELINE_STAGES = new Set(['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith']);

export interface UpdateInput {
  /** Operators, a replacement document or a pipeline. */
  readonly change: unknown;
  readonly filter: Doc;
  readonly arrayFilters?: unknown;
  readonly options: QueryOptions;
  readonly now: Date;
  /** True for the document an upsert is about to insert: $setOnInsert counts then. */
  readonly inserting: boolean;
}

/** True if the change names operators (`$set`, ...) rather than being a whole document or a pipeline. */
export function isOperatorUpdate(change: unknown): change is Doc {
  return isDoc(change) && Object.keys(change)[0]?.startsWith('$') === true;
}

/**
 * The document an update makes of `doc`, which stays as it is. Errors: 2, 9, 14, 28 (operand or path does not fit),
 * 40 (two operators on one path), 66 (`_id` would change).
 */
export function applyUpdate(doc: Doc, input: UpdateInput): Doc {
  const updated = Array.isArray(input.change)
    ? applyPipeline(doc, input)
    : isOperatorUpdate(input.change)
      ? applyOperators(doc, input.change, input)
      : replace(doc, input.change);
  if (hasOwn(doc, '_id') && (!hasOwn(updated, '_id') || valueKey(doc['_id']) !== valueKey(updated['_id']))) {
    throw new MongoError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  return updated;
}

function replace(doc: Doc, change: unknown): Doc {
  if (!isDoc(change)) throw new MongoError(9, 'an update must be a document or a pipeline');
  const dollar = Object.keys(change).find((key) => key.startsWith('$'));
  if (dollar !== undefined)
    throw new MongoError(52, `The dollar ($) prefixed field '${dollar}' is not allowed in a replacement`);
  const { _id: id, ...rest } = cloneValue(change);
  const kept = hasOwn(change, '_id') ? { _id: id } : hasOwn(doc, '_id') ? { _id: doc['_id'] } : {};
  return { ...kept, ...rest };
}

function readUpdatePipeline(change: unknown, options: QueryOptions): Doc[] {
  const pipeline = readPipeline(change, options);
  const foreign = pipeline.map((stage) => Object.keys(stage)[0] ?? '').find((name) => !PIPELINE_STAGES.has(name));
  if (foreign !== undefined) throw new MongoError(72, `${foreign} is not allowed to be used within an update`);
  return pipeline;
}

function applyPipeline(doc: Doc, { change, options }: UpdateInput): Doc {
  const [updated] = aggregate([doc], readUpdatePipeline(change, options), options, () => []);
  return updated ?? doc;
}

function checkConflicts(paths: readonly string[]): void {
  const seen = [...paths].sort();
  for (const [i, path] of seen.entries()) {
    const clash = seen.find((other, j) => j !== i && (other === path || path.startsWith(`${other}.`)));
    if (clash !== undefined) {
      throw new MongoError(40, `Updating the path '${path}' would create a conflict at '${clash}'`);
    }
  }
}

interface Step {
  readonly name: string;
  readonly path: string;
  readonly operand: unknown;
}

function readOperators(change: Doc): Step[] {
  const steps = Object.entries(change).flatMap(([name, operands]) => {
    if (!hasOwn(OPERATORS, name) && name !== '$rename') {
      throw new MongoError(9, `Unknown modifier: ${name}. Expected a valid update modifier or a pipeline`);
    }
    if (!isDoc(operands)) {
      throw new MongoError(9, `Modifiers operate on fields but we found another type instead: ${name}`);
    }
    return Object.entries(operands).map(([path, operand]) => ({ name, path, operand }));
  });
  checkConflicts(steps.flatMap(({ name, path, operand }) => (name === '$rename' ? [path, String(operand)] : [path])));
  return steps;
}

/** Throws for a change that fits no document at all, so that it is told also when nothing matches. */
export function assertChange(change: unknown, options: QueryOptions): void {
  if (Array.isArray(change)) readUpdatePipeline(change, options);
  else if (isOperatorUpdate(change)) readOperators(change);
  else replace({}, change);
}

function rename(doc: Doc, path: string, target: unknown, context: PathContext): void {
  if (typeof target !== 'string') throw new MongoError(2, `The 'to' field for $rename must be a string: ${path}`);
  const [source] = slotsAt(doc, path, false, context);
  const value = source?.read();
  if (!source || value === undefined) return;
  source.remove();
  for (const slot of slotsAt(doc, target, true, context)) slot.write(value);
}

function applyOperators(doc: Doc, change: Doc, input: UpdateInput): Doc {
  const steps = readOperators(change);
  const updated = cloneValue(doc);
  const context = pathContext(doc, input.filter, input.arrayFilters, input.options);
  for (const { name, path, operand } of steps) {
    if (name === '$setOnInsert' && !input.inserting) continue;
    const operator = OPERATORS[name];
    if (!operator) rename(updated, path, operand, context);
    else
      for (const slot of slotsAt(updated, path, operator.creates, context))
        operator.apply(slot, { path, operand, now: input.now });
  }
  return updated;
}
