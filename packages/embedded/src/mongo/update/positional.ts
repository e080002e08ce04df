import { MongoError } from '../errors.ts';
import { compileFilter, type QueryOptions } from '../query/match.ts';
import { type Doc, isDoc } from '../values/doc.ts';
import { valuesAt } from '../values/path.ts';
import type { PathContext } from './target.ts';

function clausesOn(filter: Doc, path: string): Doc[] {
  return Object.entries(filter).flatMap(([key, value]): Doc[] => {
    if (key === '$and' && Array.isArray(value)) return value.filter(isDoc).flatMap((part) => clausesOn(part, path));
    return key === path || key.startsWith(`${path}.`) ? [{ [key]: value }] : [];
  });
}

function nested(path: string, value: unknown): Doc {
  return path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Doc;
}

/** The index of the first element that satisfies the filter's conditions on the array at `path`. */
function matchedIndex(doc: Doc, filter: Doc, path: string, options: QueryOptions): number | undefined {
  const list = valuesAt(doc, path).find((value) => Array.isArray(value));
  const clauses = clausesOn(filter, path);
  if (!list || clauses.length === 0) return undefined;
  const test = compileFilter({ $and: clauses }, options);
  const index = list.findIndex((element: unknown) => test(nested(path, [element])));
  return index < 0 ? undefined : index;
}

function readFilters(arrayFilters: unknown): Map<string, Doc> {
  const byName = new Map<string, Doc>();
  if (arrayFilters === undefined) return byName;
  if (!Array.isArray(arrayFilters)) throw new MongoError(14, "'arrayFilters' must be an array");
  for (const filter of arrayFilters as unknown[]) {
    const name = isDoc(filter) ? nameOf(filter) : undefined;
    if (!isDoc(filter) || name === undefined)
      throw new MongoError(9, 'each array filter must use one top-level field name');
    if (byName.has(name))
      throw new MongoError(9, `Found multiple array filters with the same top-level field name ${name}`);
    byName.set(name, filter);
  }
  return byName;
}

function nameOf(filter: Doc): string | undefined {
  for (const [key, value] of Object.entries(filter)) {
    if (!key.startsWith('$')) return key.split('.')[0];
    const [first] = Array.isArray(value) ? (value as unknown[]) : [];
    if (isDoc(first)) return nameOf(first);
  }
  return undefined;
}

/** What `$` and `$[name]` stand for in one document, given the query that found it; errors 2 and 9. */
export function pathContext(doc: Doc, filter: Doc, arrayFilters: unknown, options: QueryOptions): PathContext {
  const filters = readFilters(arrayFilters);
  return {
    positional: (path) => matchedIndex(doc, filter, path, options),
    elementTest: (name) => {
      const found = filters.get(name);
      if (!found) throw new MongoError(2, `No array filter found for identifier '${name}'`);
      const test = compileFilter(found, options);
      return (element) => test({ [name]: element });
    },
  };
}
