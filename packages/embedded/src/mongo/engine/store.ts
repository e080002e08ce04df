import { deserialize, serialize } from 'bson';
import type { Change } from '../journal/record.ts';
import type { Doc } from '../values/doc.ts';
import { Collection, type Entry, entryOf } from './collection.ts';
import { HashIndex } from './hash-index.ts';
import { describeIndex, ID_INDEX, type IndexSpec, readIndexSpec } from './index-spec.ts';

const NOTHING = serialize({});

/** All databases in memory. Every change goes to `journal` in the order in which it is made. */
export class Store {
  readonly #collections = new Map<string, Collection>();
  readonly #journal: (change: Change) => void;

  constructor(journal: (change: Change) => void) {
    this.#journal = journal;
  }

  get(ns: string): Collection | undefined {
    return this.#collections.get(ns);
  }

  /** The collection to read: an empty one if there is none. */
  view(ns: string): Collection {
    return this.#collections.get(ns) ?? new Collection(ns);
  }

  /** The collection, created if it is not there, as the first insert does. */
  ensure(ns: string): Collection {
    const known = this.#collections.get(ns);
    if (known) return known;
    const created = new Collection(ns);
    this.#journal({ kind: 'create', ns, body: NOTHING });
    this.#collections.set(ns, created);
    return created;
  }

  collections(): Collection[] {
    return [...this.#collections.values()];
  }

  drop(ns: string): boolean {
    if (!this.#collections.has(ns)) return false;
    this.#journal({ kind: 'drop', ns, body: NOTHING });
    return this.#collections.delete(ns);
  }

  /** Inserts or replaces one document; throws 11000 on a duplicate key. */
  put(collection: Collection, entry: Entry, previous?: Entry): void {
    collection.assertFits(entry, previous);
    this.#journal({ kind: 'put', ns: collection.ns, body: entry.raw });
    collection.put(entry);
  }

  remove(collection: Collection, entry: Entry): void {
    this.#journal({ kind: 'del', ns: collection.ns, body: serialize({ _id: entry.doc['_id'] }) });
    collection.remove(entry.id);
  }

  createIndex(collection: Collection, spec: IndexSpec): void {
    const index = collection.buildIndex(spec);
    this.#journal({ kind: 'index', ns: collection.ns, body: serialize(describeIndex(spec)) });
    collection.useIndex(index);
  }

  dropIndex(collection: Collection, name: string): void {
    this.#journal({ kind: 'dropIndex', ns: collection.ns, body: serialize({ name }) });
    collection.dropIndex(name);
  }

  /** Applies a change read from the journal. Nothing is checked again: a tail may repeat what the state before it holds. */
  replay(change: Change): void {
    if (change.kind === 'drop') {
      this.#collections.delete(change.ns);
      return;
    }
    const collection = this.#collections.get(change.ns) ?? new Collection(change.ns);
    this.#collections.set(change.ns, collection);
    const body: Doc = deserialize(change.body);
    if (change.kind === 'put') collection.put(entryOf(body));
    else if (change.kind === 'del') collection.remove(entryOf(body).id);
    else if (change.kind === 'dropIndex') collection.dropIndex(String(body['name']));
    else if (change.kind === 'index') replayIndex(collection, readIndexSpec(body));
  }

  /** The changes that make the present state out of nothing. */
  *state(): Generator<Change> {
    for (const collection of this.#collections.values()) {
      yield { kind: 'create', ns: collection.ns, body: NOTHING };
      for (const spec of collection.indexSpecs) {
        if (spec !== ID_INDEX) yield { kind: 'index', ns: collection.ns, body: serialize(describeIndex(spec)) };
      }
      for (const entry of collection.entries()) yield { kind: 'put', ns: collection.ns, body: entry.raw };
    }
  }
}

function replayIndex(collection: Collection, spec: IndexSpec): void {
  const index = new HashIndex(spec);
  for (const entry of collection.entries()) index.add(entry.doc, entry.id);
  collection.useIndex(index);
}
