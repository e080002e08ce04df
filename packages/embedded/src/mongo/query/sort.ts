import { MongoError } from '../errors.ts';
import { BINARY_ORDER, type StringOrder } from '../values/collation.ts';
import { compareValues } from '../values/compare.ts';
import { type Doc, isDoc } from '../values/doc.ts';
import { valuesAt } from '../values/path.ts';

/** The value an array or a path through one sorts by: its least element ascending, its greatest descending. */
function sortValue(doc: Doc, path: string, direction: number, order: StringOrder): unknown {
  const values = valuesAt(doc, path).flatMap((item) => (Array.isArray(item) ? (item as unknown[]) : [item]));
  return values.length < 2
    ? values[0]
    : values.reduce((best, value) => (compareValues(value, best, order) * direction < 0 ? value : best));
}

function readSpec(spec: unknown): [string, number][] {
  if (!isDoc(spec)) throw new MongoError(14, "'sort' must be a document");
  return Object.entries(spec).map(([path, value]) => {
    const direction = Number(value);
    if (direction !== 1 && direction !== -1) {
      throw new MongoError(2, `sort direction of '${path}' must be 1 or -1`);
    }
    return [path, direction];
  });
}

/** A new list in the order of a MongoDB sort specification; stable. */
export function sortBy<T>(
  items: readonly T[],
  docOf: (item: T) => Doc,
  spec: unknown,
  order: StringOrder = BINARY_ORDER,
): T[] {
  const fields = readSpec(spec);
  const keyed = items.map((item) => ({
    item,
    keys: fields.map(([path, direction]) => sortValue(docOf(item), path, direction, order)),
  }));
  keyed.sort((a, b) => {
    for (const [i, [, direction]] of fields.entries()) {
      const difference = compareValues(a.keys[i], b.keys[i], order) * direction;
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
}
