import { MongoError } from '../errors.ts';
import { MAX_INDEXES } from '../limits.ts';
import { compileFilter, type QueryOptions } from '../query/match.ts';
import { valueKey } from '../values/compare.ts';
import { type Doc, encodeStored } from '../values/doc.ts';
import { HashIndex } from './hash-index.ts';
import { ID_INDEX, type IndexSpec } from './index-spec.ts';
import { planFor, type Plan } from './plan.ts';

/** A stored document: never changed in place, replaced as a whole. */
export interface Entry {
  readonly id: string;
  readonly doc: Doc;
  /** Its BSON. */
  readonly raw: Uint8Array;
}

export function entryOf(doc: Doc): Entry {
  return { id: valueKey(doc['_id']), doc, raw: encodeStored(doc) };
}

/** Documents and indexes of one collection, in memory. Every method is synchronous: a command sees no half change. */
export class Collection {
  readonly ns: string;
  readonly #entries = new Map<string, Entry>();
  readonly #indexes = new Map<string, HashIndex>();

  constructor(ns: string) {
    this.ns = ns;
  }

  get size(): number {
    return this.#entries.size;
  }

  get indexSpecs(): IndexSpec[] {
    return [ID_INDEX, ...[...this.#indexes.values()].map((index) => index.spec)];
  }

  entries(): IterableIterator<Entry> {
    return this.#entries.values();
  }

  plan(filter: Doc, options: QueryOptions): Plan {
    return planFor(filter, [...this.#indexes.values()], options.order);
  }

  /** The entries a plan looks at. */
  *candidates(plan: Plan): Generator<Entry> {
    if (!plan.ids) {
      yield* this.#entries.values();
      return;
    }
    for (const id of plan.ids) {
      const entry = this.#entries.get(id);
      if (entry) yield entry;
    }
  }

  /** The first `limit` matching entries, in no promised order. */
  match(filter: Doc, options: QueryOptions, limit = Infinity): Entry[] {
    const test = compileFilter(filter, options);
    const found: Entry[] = [];
    for (const entry of this.candidates(this.plan(filter, options))) {
      if (found.length >= limit) break;
      if (test(entry.doc)) found.push(entry);
    }
    return found;
  }

  /** Throws 11000 if the entry can't be put beside the others; `previous` is the one it replaces. */
  assertFits(entry: Entry, previous?: Entry): void {
    if (!previous && this.#entries.has(entry.id)) {
      const shown = JSON.stringify(entry.doc['_id']);
      throw new MongoError(
        11000,
        `E11000 duplicate key error collection: ${this.ns} index: _id_ dup key: { _id: ${shown} }`,
        {
          keyPattern: { _id: 1 },
          keyValue: { _id: entry.doc['_id'] },
        },
      );
    }
    for (const index of this.#indexes.values()) index.assertUnique(entry.doc, previous?.id, this.ns);
  }

  /** Puts the entry, in place of the one with its id; uniqueness is the caller's to check first. */
  put(entry: Entry): void {
    const previous = this.#entries.get(entry.id);
    for (const index of this.#indexes.values()) {
      if (previous) index.remove(previous.doc, previous.id);
      index.add(entry.doc, entry.id);
    }
    this.#entries.set(entry.id, entry);
  }

  remove(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    for (const index of this.#indexes.values()) index.remove(entry.doc, id);
    this.#entries.delete(id);
  }

  /** A filled index that is not in use yet; throws 11000 if the documents there break its uniqueness. */
  buildIndex(spec: IndexSpec): HashIndex {
    if (this.#indexes.size >= MAX_INDEXES) throw new MongoError(67, `too many indexes on ${this.ns}`);
    const index = new HashIndex(spec);
    for (const entry of this.#entries.values()) {
      index.assertUnique(entry.doc, entry.id, this.ns);
      index.add(entry.doc, entry.id);
    }
    return index;
  }

  useIndex(index: HashIndex): void {
    this.#indexes.set(index.spec.name, index);
  }

  dropIndex(name: string): void {
    this.#indexes.delete(name);
  }
}
