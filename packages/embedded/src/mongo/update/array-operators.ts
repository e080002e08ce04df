import { MongoError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import { sortBy } from '../query/sort.ts';
import { compareValues, valueKey } from '../values/compare.ts';
import { cloneValue, type Doc, isDoc } from '../values/doc.ts';
import type { UpdateOperator } from './operators.ts';
import type { Slot } from './target.ts';

function arrayIn(slot: Slot, operator: string, path: string): unknown[] | undefined {
  const value = slot.read();
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value as unknown[];
  throw new MongoError(2, `${operator}: the field '${path}' must be an array`);
}

function eachOf(operand: unknown, operator: string): { items: unknown[]; modifiers: Doc } {
  if (!isDoc(operand) || !('$each' in operand)) return { items: [operand], modifiers: {} };
  const { $each: items, ...modifiers } = operand;
  if (!Array.isArray(items)) throw new MongoError(2, `The argument to $each in ${operator} must be an array`);
  return { items, modifiers };
}

function whole(modifiers: Doc, name: string): number | undefined {
  const value = modifiers[name];
  if (value === undefined) return undefined;
  if (!Number.isInteger(value)) throw new MongoError(2, `The value for ${name} must be an integer`);
  return Number(value);
}

function sorted(list: unknown[], spec: unknown): unknown[] {
  if (isDoc(spec)) return sortBy(list, (item) => (isDoc(item) ? item : {}), spec);
  if (spec !== 1 && spec !== -1) throw new MongoError(2, '$sort of $push must be 1, -1 or a document');
  return list.sort((a, b) => compareValues(a, b) * spec);
}

function sliced(list: unknown[], slice: number | undefined): unknown[] {
  if (slice === undefined) return list;
  return slice < 0 ? list.slice(slice) : list.slice(0, slice);
}

const PUSH_MODIFIERS = new Set(['$position', '$sort', '$slice']);

const push: UpdateOperator = {
  creates: true,
  apply: (slot, { path, operand }) => {
    const list = [...(arrayIn(slot, '$push', path) ?? [])];
    const { items, modifiers } = eachOf(operand, '$push');
    const unknown = Object.keys(modifiers).find((name) => !PUSH_MODIFIERS.has(name));
    if (unknown !== undefined) throw new MongoError(2, `Unrecognized clause in $push: ${unknown}`);
    list.splice(whole(modifiers, '$position') ?? list.length, 0, ...cloneValue(items));
    const inOrder = modifiers['$sort'] === undefined ? list : sorted(list, modifiers['$sort']);
    slot.write(sliced(inOrder, whole(modifiers, '$slice')));
  },
};

const addToSet: UpdateOperator = {
  creates: true,
  apply: (slot, { path, operand }) => {
    const list = [...(arrayIn(slot, '$addToSet', path) ?? [])];
    const { items, modifiers } = eachOf(operand, '$addToSet');
    const unknown = Object.keys(modifiers)[0];
    if (unknown !== undefined) throw new MongoError(2, `Found unexpected fields after $each in $addToSet: ${unknown}`);
    const present = new Set(list.map((item) => valueKey(item)));
    for (const item of items) {
      const key = valueKey(item);
      if (!present.has(key)) list.push(cloneValue(item));
      present.add(key);
    }
    slot.write(list);
  },
};

function pullTest(operand: unknown): (item: unknown) => boolean {
  if (operand instanceof RegExp) return (item) => typeof item === 'string' && operand.test(item);
  if (!isDoc(operand)) {
    const wanted = valueKey(operand);
    return (item) => valueKey(item) === wanted;
  }
  const onValue = Object.keys(operand).some((key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key));
  const test = compileFilter(onValue ? { element: operand } : operand);
  return (item) => (onValue ? test({ element: item }) : isDoc(item) && test(item));
}

const pull: UpdateOperator = {
  creates: false,
  apply: (slot, { path, operand }) => {
    const test = pullTest(operand);
    const list = arrayIn(slot, '$pull', path);
    if (list) slot.write(list.filter((item) => !test(item)));
  },
};

const pullAll: UpdateOperator = {
  creates: false,
  apply: (slot, { path, operand }) => {
    if (!Array.isArray(operand)) throw new MongoError(2, `$pullAll of '${path}' requires an array argument`);
    const removed = new Set(operand.map((item) => valueKey(item)));
    const list = arrayIn(slot, '$pullAll', path);
    if (list) slot.write(list.filter((item) => !removed.has(valueKey(item))));
  },
};

const pop: UpdateOperator = {
  creates: false,
  apply: (slot, { path, operand }) => {
    if (operand !== 1 && operand !== -1) throw new MongoError(9, `$pop of '${path}' expects 1 or -1`);
    const list = arrayIn(slot, '$pop', path);
    if (list) slot.write(operand === 1 ? list.slice(0, -1) : list.slice(1));
  },
};

export const ARRAY_OPERATORS: Record<string, UpdateOperator> = {
  $push: push,
  $addToSet: addToSet,
  $pull: pull,
  $pullAll: pullAll,
  $pop: pop,
};
