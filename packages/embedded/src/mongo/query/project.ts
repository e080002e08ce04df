import { ProcessingMode } from 'mingo';
import { Query } from 'mingo/query';
import { MongoError } from '../errors.ts';
import { type Doc, hasOwn, isDoc, setOwn } from '../values/doc.ts';
import { mingoOptions, type QueryOptions } from './match.ts';

const FLAGS = new Set<unknown>([0, 1, true, false]);

function simpleProjection(spec: Doc): ((doc: Doc) => Doc) | undefined {
  const fields = Object.entries(spec);
  if (fields.some(([path, flag]) => !FLAGS.has(flag) || path.includes('.') || path.startsWith('$'))) return undefined;
  const [others, withId] = [fields.filter(([path]) => path !== '_id'), Boolean(spec['_id'] ?? true)];
  const including = others.length > 0 ? Boolean(others[0]?.[1]) : hasOwn(spec, '_id') && withId;
  if (others.some(([, flag]) => Boolean(flag) !== including)) {
    throw new MongoError(31254, 'Cannot do exclusion and inclusion in one projection');
  }
  const named = new Set(others.map(([path]) => path));
  return (doc) => {
    const projected: Doc = {};
    for (const key of Object.keys(doc)) {
      const kept = key === '_id' ? withId : named.has(key) === including;
      if (kept) setOwn(projected, key, doc[key]);
    }
    return projected;
  };
}

/** Applies a find projection; the documents given stay as they are. `filter` serves the positional `$`. */
export function project(docs: readonly Doc[], spec: unknown, filter: Doc, options: QueryOptions): Doc[] {
  if (!isDoc(spec)) throw new MongoError(14, "'projection' must be a document");
  const simple = simpleProjection(spec);
  if (simple) return docs.map(simple);
  // The document may no longer match (findAndModify): the filter is there for the positional operator alone.
  const positional = Object.keys(spec).some((path) => path.endsWith('.$'));
  const query = new Query(positional ? filter : {}, {
    ...mingoOptions(options),
    processingMode: ProcessingMode.CLONE_INPUT,
  });
  return query.find<Doc>(docs as Doc[], spec).all();
}
