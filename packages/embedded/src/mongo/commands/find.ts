import { Long } from 'bson';
import { MongoError } from '../errors.ts';
import type { Entry } from '../engine/collection.ts';
import type { Store } from '../engine/store.ts';
import { project } from '../query/project.ts';
import { sortBy } from '../query/sort.ts';
import { type Doc, encodeResult, isDoc } from '../values/doc.ts';
import { countArg, databaseOf, docArg, namespaceOf, queryOptions } from './args.ts';
import type { Handler, Handlers } from './context.ts';
import { cursorReply } from './cursor-reply.ts';

const FIRST_BATCH = 101;

function isSet(spec: unknown): boolean {
  return isDoc(spec) ? Object.keys(spec).length > 0 : spec !== undefined && spec !== null;
}

/** The entries of one page, in order. */
function page(store: Store, ns: string, command: Doc): Entry[] {
  const [filter, options] = [docArg(command, 'filter', {}), queryOptions(command, command['let'])];
  const [skip, limit] = [countArg(command, 'skip', 0), countArg(command, 'limit', 0) || Infinity];
  const sorted = isSet(command['sort']);
  const found = store.view(ns).match(filter, options, sorted ? Infinity : skip + limit);
  const inOrder = sorted ? sortBy(found, (entry) => entry.doc, command['sort'], options.order) : found;
  return inOrder.slice(skip, skip + limit);
}

const find: Handler = (command, { store, cursors }) => {
  const ns = namespaceOf(command, 'find');
  if (command['tailable'] === true)
    throw new MongoError(2, 'tailable cursors are not supported by the embedded server');
  const entries = page(store, ns, command);
  const docs = isSet(command['projection'])
    ? project(
        entries.map((entry) => entry.doc),
        command['projection'],
        docArg(command, 'filter', {}),
        queryOptions(command, command['let']),
      ).map(encodeResult)
    : entries.map((entry) => entry.raw);
  const batch = cursors.open(ns, docs, countArg(command, 'batchSize', FIRST_BATCH), command['singleBatch'] === true);
  return cursorReply('firstBatch', ns, batch);
};

function cursorId(value: unknown): bigint {
  if (value instanceof Long) return value.toBigInt();
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  throw new MongoError(14, 'a cursor id must be a long');
}

const getMore: Handler = (command, { cursors }) => {
  const ns = `${databaseOf(command)}.${String(command['collection'])}`;
  const size = countArg(command, 'batchSize', 0) || Infinity;
  return cursorReply('nextBatch', ns, cursors.next(cursorId(command['getMore']), ns, size));
};

const killCursors: Handler = (command, { cursors }) => {
  const ns = `${databaseOf(command)}.${String(command['killCursors'])}`;
  const ids = command['cursors'];
  if (!Array.isArray(ids)) throw new MongoError(14, "'cursors' must be an array");
  const [killed, notFound]: [Long[], Long[]] = [[], []];
  for (const id of ids.map(cursorId)) (cursors.kill(id, ns) ? killed : notFound).push(Long.fromBigInt(id));
  return { cursorsKilled: killed, cursorsNotFound: notFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
};

/** How a find would look for its documents: enough to see that an index is used. */
const explain: Handler = (command, { store }) => {
  const inner = { ...docArg(command, 'explain'), $db: command['$db'] };
  const ns = namespaceOf(inner, 'find');
  const [filter, options] = [docArg(inner, 'filter', {}), queryOptions(inner)];
  const collection = store.view(ns);
  const plan = collection.plan(filter, options);
  return {
    queryPlanner: {
      namespace: ns,
      winningPlan: { stage: plan.stage, ...(plan.indexName && { indexName: plan.indexName }) },
    },
    executionStats: {
      executionSuccess: true,
      nReturned: page(store, ns, inner).length,
      totalDocsExamined: [...collection.candidates(plan)].length,
    },
    ok: 1,
  };
};

export const findCommands: Handlers = { find, getMore, killCursors, explain };
