import { serialize } from 'bson';
import { MongoError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import type { Collection } from '../engine/collection.ts';
import { describeIndex, ID_INDEX } from '../engine/index-spec.ts';
import { type Doc, isDoc } from '../values/doc.ts';
import { databaseOf, docArg, namespaceOf } from './args.ts';
import type { CommandContext, Handler, Handlers } from './context.ts';
import { cursorReply } from './cursor-reply.ts';

/** Options of `create` that change nothing here; any other asks for what this server can't do. */
const HARMLESS = new Set([
  'create',
  'autoIndexId',
  'writeConcern',
  'comment',
  'maxTimeMS',
  'lsid',
  '$db',
  '$readPreference',
  '$clusterTime',
  'apiVersion',
]);

function collectionsOf(context: CommandContext, db: string): Collection[] {
  return context.store.collections().filter(({ ns }) => ns.startsWith(`${db}.`));
}

const create: Handler = (command, { store }) => {
  const ns = namespaceOf(command, 'create');
  const unknown = Object.keys(command).find((option) => !HARMLESS.has(option));
  if (unknown !== undefined)
    throw new MongoError(72, `create option '${unknown}' is not supported by the embedded server`);
  store.ensure(ns);
  return { ok: 1 };
};

const drop: Handler = (command, { store }) => {
  const ns = namespaceOf(command, 'drop');
  const nIndexesWas = store.get(ns)?.indexSpecs.length;
  return store.drop(ns) ? { nIndexesWas, ns, ok: 1 } : { ok: 1 };
};

const dropDatabase: Handler = (command, context) => {
  const db = databaseOf(command);
  for (const { ns } of collectionsOf(context, db)) context.store.drop(ns);
  return { dropped: db, ok: 1 };
};

const listCollections: Handler = (command, context) => {
  const db = databaseOf(command);
  const test = compileFilter(docArg(command, 'filter', {}));
  const idIndex = describeIndex(ID_INDEX);
  const all = collectionsOf(context, db).map(({ ns }): Doc => {
    const name = ns.slice(db.length + 1);
    return { name, type: 'collection', options: {}, info: { readOnly: false }, idIndex };
  });
  const told = all
    .filter(test)
    .map((doc) => (command['nameOnly'] === true ? { name: doc['name'], type: doc['type'] } : doc));
  const docs = told.map((doc) => serialize(doc));
  return cursorReply('firstBatch', `${db}.$cmd.listCollections`, context.cursors.open('', docs, Infinity, true));
};

const listDatabases: Handler = (command, { store }) => {
  const sizes = new Map<string, number>();
  for (const collection of store.collections()) {
    const [db = ''] = collection.ns.split('.');
    let bytes = sizes.get(db) ?? 0;
    for (const entry of collection.entries()) bytes += entry.raw.length;
    sizes.set(db, bytes);
  }
  const filter = command['filter'];
  const test = isDoc(filter) ? compileFilter(filter) : () => true;
  const all = [...sizes].map(([name, sizeOnDisk]): Doc => ({ name, sizeOnDisk, empty: false })).filter(test);
  if (command['nameOnly'] === true) return { databases: all.map(({ name }) => ({ name })), ok: 1 };
  return { databases: all, totalSize: [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0), ok: 1 };
};

export const collectionCommands: Handlers = { create, drop, dropDatabase, listCollections, listDatabases };
