import { MongoError } from '../errors.ts';
import { type Collection, type Entry, entryOf } from '../engine/collection.ts';
import { project } from '../query/project.ts';
import { sortBy } from '../query/sort.ts';
import { upsertDocument } from '../update/upsert.ts';
import type { Doc } from '../values/doc.ts';
import { docArg, namespaceOf, queryOptions } from './args.ts';
import type { CommandContext, Handler, Handlers } from './context.ts';
import { updateEntry, updateInput } from './write.ts';

interface Outcome {
  readonly value: Doc | null;
  readonly lastErrorObject: Doc;
}

function pickOne(collection: Collection, command: Doc, filter: Doc): Entry | undefined {
  const options = queryOptions(command, command['let']);
  const sort = command['sort'];
  if (sort === undefined || sort === null) return collection.match(filter, options, 1)[0];
  return sortBy(collection.match(filter, options), (entry) => entry.doc, sort, options.order)[0];
}

function removeOne(command: Doc, ns: string, filter: Doc, { store }: CommandContext): Outcome {
  if (command['update'] !== undefined || command['upsert'] === true || command['new'] === true) {
    throw new MongoError(9, "Cannot specify both 'remove' and one of 'update', 'upsert', 'new'");
  }
  const collection = store.view(ns);
  const entry = pickOne(collection, command, filter);
  if (entry) store.remove(collection, entry);
  return { value: entry?.doc ?? null, lastErrorObject: { n: entry ? 1 : 0 } };
}

function updateOne(command: Doc, ns: string, filter: Doc, { store, now }: CommandContext): Outcome {
  const [upsert, wantsNew] = [command['upsert'] === true, command['new'] === true];
  const input = updateInput(command, command['update'], filter, command, now());
  const collection = upsert ? store.ensure(ns) : store.view(ns);
  const entry = pickOne(collection, command, filter);
  if (entry) {
    const updated = updateEntry(store, collection, entry, input);
    return { value: wantsNew ? updated.doc : entry.doc, lastErrorObject: { n: 1, updatedExisting: true } };
  }
  if (!upsert) return { value: null, lastErrorObject: { n: 0, updatedExisting: false } };
  const inserted = entryOf(upsertDocument(input));
  store.put(collection, inserted);
  return {
    value: wantsNew ? inserted.doc : null,
    lastErrorObject: { n: 1, updatedExisting: false, upserted: inserted.doc['_id'] },
  };
}

const findAndModify: Handler = (command, context) => {
  const ns = namespaceOf(command, 'findAndModify' in command ? 'findAndModify' : 'findandmodify');
  const filter = docArg(command, 'query', {});
  if (command['remove'] !== true && command['update'] === undefined) {
    throw new MongoError(9, "Either an update or 'remove' must be given");
  }
  const outcome =
    command['remove'] === true ? removeOne(command, ns, filter, context) : updateOne(command, ns, filter, context);
  const fields = command['fields'];
  const [value = null] =
    outcome.value && fields !== undefined && fields !== null
      ? project([outcome.value], fields, filter, queryOptions(command))
      : [outcome.value];
  return { lastErrorObject: outcome.lastErrorObject, value, ok: 1 };
};

export const findAndModifyCommands: Handlers = { findAndModify, findandmodify: findAndModify };
