import { serialize } from 'bson';
import { MongoError } from '../errors.ts';
import type { Collection } from '../engine/collection.ts';
import { describeIndex, ID_INDEX, type IndexSpec, readIndexSpec } from '../engine/index-spec.ts';
import { valueKey } from '../values/compare.ts';
import { type Doc, isDoc } from '../values/doc.ts';
import { docsArg, namespaceOf } from './args.ts';
import type { Handler, Handlers } from './context.ts';
import { cursorReply } from './cursor-reply.ts';

function same(a: unknown, b: unknown): boolean {
  return valueKey(a) === valueKey(b);
}

/** True if the index is there already; throws 85 or 86 if another one is in its way. */
function exists(collection: Collection, spec: IndexSpec): boolean {
  for (const other of collection.indexSpecs) {
    if (same(describeIndex(other), describeIndex(spec))) return true;
    if (other.name === spec.name) {
      throw same(other.key, spec.key)
        ? new MongoError(
            85,
            `An equivalent index already exists with the same name but different options: ${spec.name}`,
          )
        : new MongoError(
            86,
            `An existing index has the same name as the requested index but another key: ${spec.name}`,
          );
    }
    const alike = same(other.key, spec.key) && same(other.collation, spec.collation);
    if (alike && same(other.partialFilterExpression, spec.partialFilterExpression)) {
      throw new MongoError(85, `Index already exists with a different name or options: ${other.name}`);
    }
  }
  return false;
}

const createIndexes: Handler = (command, { store }) => {
  const [ns, inputs] = [namespaceOf(command, 'createIndexes'), docsArg(command, 'indexes')];
  const specs = inputs.map(readIndexSpec);
  const createdCollectionAutomatically = store.get(ns) === undefined;
  const collection = store.ensure(ns);
  const numIndexesBefore = collection.indexSpecs.length;
  for (const spec of specs) {
    if (same(spec.key, ID_INDEX.key) || exists(collection, spec)) continue;
    store.createIndex(collection, spec);
  }
  return { numIndexesBefore, numIndexesAfter: collection.indexSpecs.length, createdCollectionAutomatically, ok: 1 };
};

const listIndexes: Handler = (command, { store, cursors }) => {
  const ns = namespaceOf(command, 'listIndexes');
  const collection = store.get(ns);
  if (!collection) throw new MongoError(26, `ns does not exist: ${ns}`);
  const docs = collection.indexSpecs.map((spec) => serialize(describeIndex(spec)));
  return cursorReply('firstBatch', ns, cursors.open(ns, docs, Infinity, true));
};

function namedBy(collection: Collection, wanted: unknown): string[] {
  const all = collection.indexSpecs.filter((spec) => spec !== ID_INDEX);
  if (wanted === '*') return all.map((spec) => spec.name);
  if (wanted === '_id_' || (isDoc(wanted) && same(wanted, ID_INDEX.key)))
    throw new MongoError(72, 'cannot drop _id index');
  const found = all.find((spec) => spec.name === wanted || (isDoc(wanted) && same(spec.key, wanted)));
  if (!found)
    throw new MongoError(27, `index not found with name [${isDoc(wanted) ? JSON.stringify(wanted) : String(wanted)}]`);
  return [found.name];
}

const dropIndexes: Handler = (command: Doc, { store }) => {
  const ns = namespaceOf(command, 'dropIndexes' in command ? 'dropIndexes' : 'deleteIndexes');
  const collection = store.get(ns);
  if (!collection) throw new MongoError(26, `ns not found ${ns}`);
  const nIndexesWas = collection.indexSpecs.length;
  const wanted = command['index'];
  const names = Array.isArray(wanted)
    ? wanted.flatMap((item: unknown) => namedBy(collection, item))
    : namedBy(collection, wanted);
  for (const name of names) store.dropIndex(collection, name);
  return { nIndexesWas, ok: 1 };
};

export const indexCommands: Handlers = { createIndexes, listIndexes, dropIndexes, deleteIndexes: dropIndexes };
