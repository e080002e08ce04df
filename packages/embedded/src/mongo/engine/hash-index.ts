import { MongoError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import { type StringOrder, stringOrder } from '../values/collation.ts';
import { valueKey } from '../values/compare.ts';
import type { Doc } from '../values/doc.ts';
import { valuesAt } from '../values/path.ts';
import type { IndexSpec } from './index-spec.ts';

/** One level per field of the index; the last level holds the keys of the documents. */
type Level = Map<string, Level | Set<string>>;

/** More entries than this for one document mean an array that nobody should index. */
const MAX_ENTRIES = 100_000;

/**
 * An index for equality on any leading part of its fields. Arrays give an entry per element; a missing field counts
 * as null. It finds a superset: the caller tests each document found.
 */
export class HashIndex {
  readonly spec: IndexSpec;
  readonly paths: readonly string[];
  readonly order: StringOrder;
  readonly #covers: (doc: Doc) => boolean;
  readonly #root: Level = new Map();

  constructor(spec: IndexSpec) {
    this.spec = spec;
    this.paths = Object.keys(spec.key);
    this.order = stringOrder(spec.collation);
    this.#covers = spec.partialFilterExpression ? compileFilter(spec.partialFilterExpression) : () => true;
  }

  /** Throws 11000 if another document than `own` has one of the keys of `doc`. */
  assertUnique(doc: Doc, own: string | undefined, ns: string): void {
    if (!this.spec.unique) return;
    for (const entry of this.#entries(doc)) {
      const holders = this.#leaf(entry);
      if (holders && [...holders].some((holder) => holder !== own)) throw this.#duplicate(doc, ns);
    }
  }

  add(doc: Doc, id: string): void {
    for (const entry of this.#entries(doc)) {
      let level = this.#root;
      for (const key of entry.slice(0, -1)) {
        const next = (level.get(key) as Level | undefined) ?? new Map<string, Level | Set<string>>();
        level.set(key, next);
        level = next;
      }
      const last = entry.at(-1) ?? '';
      const holders = (level.get(last) as Set<string> | undefined) ?? new Set<string>();
      level.set(last, holders.add(id));
    }
  }

  remove(doc: Doc, id: string): void {
    for (const entry of this.#entries(doc)) removeFrom(this.#root, entry, id);
  }

  /** The documents whose leading fields have one of the given keys each. */
  find(wanted: readonly (readonly string[])[]): Set<string> {
    let levels: (Level | Set<string>)[] = [this.#root];
    for (const keys of wanted) {
      levels = levels.flatMap((level) =>
        level instanceof Map ? keys.map((key) => level.get(key)).filter((next) => next !== undefined) : [],
      );
    }
    const found = new Set<string>();
    for (const level of levels) gather(level, found);
    return found;
  }

  #entries(doc: Doc): string[][] {
    if (!this.#covers(doc)) return [];
    const perPath = this.paths.map((path) => valuesAt(doc, path).flatMap(indexedValues));
    if (this.spec.sparse && perPath.every((values) => values.every((value) => value === undefined))) return [];
    let entries: string[][] = [[]];
    for (const values of perPath) {
      const keys = [...new Set((values.length > 0 ? values : [undefined]).map((value) => valueKey(value, this.order)))];
      if (entries.length * keys.length > MAX_ENTRIES)
        throw new MongoError(67, `too many keys for index '${this.spec.name}'`);
      entries = entries.flatMap((entry) => keys.map((key) => [...entry, key]));
    }
    return entries;
  }

  #leaf(entry: readonly string[]): Set<string> | undefined {
    let level: Level | Set<string> | undefined = this.#root;
    for (const key of entry) level = level instanceof Map ? level.get(key) : undefined;
    return level instanceof Set ? level : undefined;
  }

  #duplicate(doc: Doc, ns: string): MongoError {
    const keyValue = Object.fromEntries(this.paths.map((path) => [path, valuesAt(doc, path)[0] ?? null]));
    const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${JSON.stringify(value)}`);
    return new MongoError(
      11000,
      `E11000 duplicate key error collection: ${ns} index: ${this.spec.name} dup key: { ${shown.join(', ')} }`,
      { keyPattern: this.spec.key, keyValue },
    );
  }
}

/** An array is indexed by its elements; an empty one by itself, so that it is not taken for a missing field. */
function indexedValues(value: unknown): unknown[] {
  if (!Array.isArray(value)) return [value];
  return value.length === 0 ? [value] : (value as unknown[]);
}

function gather(level: Level | Set<string>, found: Set<string>): void {
  if (level instanceof Set) for (const id of level) found.add(id);
  else for (const next of level.values()) gather(next, found);
}

function removeFrom(level: Level, entry: readonly string[], id: string): void {
  const [key = '', ...rest] = entry;
  const next = level.get(key);
  if (next instanceof Set) next.delete(id);
  else if (next) removeFrom(next, rest, id);
  if (next?.size === 0) level.delete(key);
}
