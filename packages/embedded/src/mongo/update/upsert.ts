import { ObjectId } from 'bson';
import { MongoError } from '../errors.ts';
import { cloneValue, type Doc, hasOwn, isDoc } from '../values/doc.ts';
import { applyUpdate, isOperatorUpdate, type UpdateInput } from './apply.ts';
import { slotsAt } from './target.ts';

const NO_POSITIONS = { positional: () => undefined, elementTest: () => () => false };

/** Writes what the filter says by equality (`a: 1`, `a: { $eq: 1 }`, inside `$and` and a lone `$or`) into `doc`. */
function seed(doc: Doc, filter: Doc): void {
  for (const [path, condition] of Object.entries(filter)) {
    if (
      (path === '$and' || (path === '$or' && Array.isArray(condition) && condition.length === 1)) &&
      Array.isArray(condition)
    ) {
      for (const part of condition as unknown[]) if (isDoc(part)) seed(doc, part);
    } else if (!path.startsWith('$')) {
      const value = equalityOf(condition);
      if (value !== undefined) for (const slot of slotsAt(doc, path, true, NO_POSITIONS)) slot.write(cloneValue(value));
    }
  }
}

function equalityOf(condition: unknown): unknown {
  if (condition instanceof RegExp) return undefined;
  if (!isDoc(condition) || !Object.keys(condition).some((key) => key.startsWith('$'))) return condition;
  const { $eq: equal, $in: list, $all: every } = condition;
  if (hasOwn(condition, '$eq')) return equal;
  const only = Array.isArray(list) ? (list as unknown[]) : Array.isArray(every) ? (every as unknown[]) : [];
  return only.length === 1 && !(only[0] instanceof RegExp) && !isDoc(only[0]) ? only[0] : undefined;
}

/** `_id` first, and made up when nothing gives it. */
export function withId(doc: Doc): Doc {
  const { _id: id = new ObjectId(), ...rest } = doc;
  if (Array.isArray(id) || id instanceof RegExp)
    throw new MongoError(53, "The '_id' value cannot be an array or a regex");
  return { _id: id, ...rest };
}

/** The document an upsert inserts when its filter matched nothing. */
export function upsertDocument(input: UpdateInput): Doc {
  const start: Doc = {};
  if (isOperatorUpdate(input.change) || Array.isArray(input.change)) seed(start, input.filter);
  else if (equalityOf(input.filter['_id']) !== undefined) start['_id'] = equalityOf(input.filter['_id']);
  return withId(applyUpdate(start, { ...input, inserting: true }));
}
