import { MongoError } from '../errors.ts';
import { aggregate as run, readPipeline } from '../query/aggregate.ts';
import type { Store } from '../engine/store.ts';
import type { QueryOptions } from '../query/match.ts';
import { valueKey } from '../values/compare.ts';
import { cloneValue, type Doc, encodeResult, isDoc } from '../values/doc.ts';
import { candidatesAt } from '../values/path.ts';
import { countArg, databaseOf, docArg, namespaceOf, queryOptions, textArg } from './args.ts';
import type { Handler, Handlers } from './context.ts';
import { cursorReply } from './cursor-reply.ts';

const FIRST_BATCH = 101;

function docsOf(store: Store, ns: string, filter: Doc = {}, options: QueryOptions = {}): Doc[] {
  return store
    .view(ns)
    .match(filter, options)
    .map((entry) => entry.doc);
}

/** Runs the leading $match through the indexes, the rest by mingo. */
function runPipeline(store: Store, db: string, ns: string | undefined, pipeline: Doc[], options: QueryOptions): Doc[] {
  const [first, ...rest] = pipeline;
  const match = first?.['$match'];
  // mingo may change what it joins: it gets copies.
  const collection = (name: string): Doc[] => docsOf(store, `${db}.${name}`).map((doc) => cloneValue(doc));
  if (ns !== undefined && isDoc(match)) return run(docsOf(store, ns, match, options), rest, options, collection);
  return run(ns === undefined ? [] : docsOf(store, ns), pipeline, options, collection);
}

const aggregate: Handler = (command, { store, cursors }) => {
  const db = databaseOf(command);
  const whole = command['aggregate'] === 1;
  const ns = whole ? `${db}.$cmd.aggregate` : namespaceOf(command, 'aggregate');
  const options = queryOptions(command, command['let']);
  const pipeline = readPipeline(command['pipeline'], options);
  if (command['explain'] === true)
    throw new MongoError(115, 'explain of an aggregation is not supported by the embedded server');
  const docs = runPipeline(store, db, whole ? undefined : ns, pipeline, options);
  const size = countArg(docArg(command, 'cursor', {}), 'batchSize', FIRST_BATCH);
  const batch = cursors.open(ns, docs.map(encodeResult), size, false);
  return cursorReply('firstBatch', ns, batch);
};

const count: Handler = (command, { store }) => {
  const ns = namespaceOf(command, 'count');
  const [skip, limit] = [countArg(command, 'skip', 0), countArg(command, 'limit', 0) || Infinity];
  const found = store.view(ns).match(docArg(command, 'query', {}), queryOptions(command), skip + limit).length;
  return { n: Math.max(0, found - skip), ok: 1 };
};

const distinct: Handler = (command, { store }) => {
  const [ns, path, options] = [namespaceOf(command, 'distinct'), textArg(command, 'key'), queryOptions(command)];
  const values = new Map<string, unknown>();
  for (const doc of docsOf(store, ns, docArg(command, 'query', {}), options)) {
    for (const value of candidatesAt(doc, path)) {
      const key = valueKey(value, options.order);
      if (value !== undefined && !Array.isArray(value) && !values.has(key)) values.set(key, value);
    }
  }
  return { values: [...values.values()], ok: 1 };
};

export const aggregateCommands: Handlers = { aggregate, count, distinct };
