import { MongoError } from '../errors.ts';
import { type Collection, type Entry, entryOf } from '../engine/collection.ts';
import type { Store } from '../engine/store.ts';
import { sortBy } from '../query/sort.ts';
import { applyUpdate, assertChange, isOperatorUpdate, type UpdateInput } from '../update/apply.ts';
import { upsertDocument, withId } from '../update/upsert.ts';
import type { Doc } from '../values/doc.ts';
import { docArg, docsArg, namespaceOf, queryOptions } from './args.ts';
import type { CommandContext, Handler, Handlers } from './context.ts';
import { runStatements } from './write-errors.ts';

const insert: Handler = (command, { store }) => {
  const [ns, documents] = [namespaceOf(command, 'insert'), docsArg(command, 'documents')];
  const collection = store.ensure(ns);
  let n = 0;
  const failures = runStatements(documents, command['ordered'] !== false, (doc) => {
    store.put(collection, entryOf(withId(doc)));
    n += 1;
  });
  return { n, ...failures, ok: 1 };
};

/** Replaces an entry by its updated document; false if that changed nothing. */
export function updateEntry(store: Store, collection: Collection, entry: Entry, input: UpdateInput): Entry {
  const updated = entryOf(applyUpdate(entry.doc, input));
  if (Buffer.compare(updated.raw, entry.raw) === 0) return entry;
  store.put(collection, updated, entry);
  return updated;
}

/** One update statement, checked as far as that goes without a document. */
export function updateInput(statement: Doc, change: unknown, filter: Doc, command: Doc, now: Date): UpdateInput {
  const options = queryOptions(statement, statement['c'] ?? command['let']);
  assertChange(change, options);
  return { change, filter, arrayFilters: statement['arrayFilters'], options, now, inserting: false };
}

interface UpdateResult {
  matched: number;
  modified: number;
  upserted?: Entry;
}

function updateMatching(statement: Doc, ns: string, command: Doc, { store, now }: CommandContext): UpdateResult {
  const [filter, change, multi] = [docArg(statement, 'q'), statement['u'], statement['multi'] === true];
  if (multi && !isOperatorUpdate(change) && !Array.isArray(change)) {
    throw new MongoError(9, 'multi update is not supported for replacement-style update');
  }
  const input = updateInput(statement, change, filter, command, now());
  const collection = statement['upsert'] === true ? store.ensure(ns) : store.view(ns);
  const matched =
    statement['sort'] === undefined || multi
      ? collection.match(filter, input.options, multi ? Infinity : 1)
      : sortBy(
          collection.match(filter, input.options),
          (entry) => entry.doc,
          statement['sort'],
          input.options.order,
        ).slice(0, 1);
  if (matched.length === 0 && statement['upsert'] === true) {
    const upserted = entryOf(upsertDocument(input));
    store.put(collection, upserted);
    return { matched: 0, modified: 0, upserted };
  }
  let modified = 0;
  for (const entry of matched) if (updateEntry(store, collection, entry, input) !== entry) modified += 1;
  return { matched: matched.length, modified };
}

const update: Handler = (command, context) => {
  const [ns, statements] = [namespaceOf(command, 'update'), docsArg(command, 'updates')];
  const upserted: Doc[] = [];
  let [n, nModified] = [0, 0];
  const failures = runStatements(statements, command['ordered'] !== false, (statement, index) => {
    const result = updateMatching(statement, ns, command, context);
    if (result.upserted) upserted.push({ index, _id: result.upserted.doc['_id'] });
    n += result.upserted ? 1 : result.matched;
    nModified += result.modified;
  });
  return { n, nModified, ...(upserted.length > 0 && { upserted }), ...failures, ok: 1 };
};

const remove: Handler = (command, { store }) => {
  const [ns, statements] = [namespaceOf(command, 'delete'), docsArg(command, 'deletes')];
  const collection = store.view(ns);
  let n = 0;
  const failures = runStatements(statements, command['ordered'] !== false, (statement) => {
    const limit = Number(statement['limit']);
    if (limit !== 0 && limit !== 1) throw new MongoError(9, 'The limit field in delete objects must be 0 or 1');
    const matched = collection.match(
      docArg(statement, 'q'),
      queryOptions(statement, command['let']),
      limit || Infinity,
    );
    for (const entry of matched) store.remove(collection, entry);
    n += matched.length;
  });
  return { n, ...failures, ok: 1 };
};

export const writeCommands: Handlers = { insert, update, delete: remove };
