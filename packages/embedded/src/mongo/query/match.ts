import { Query } from 'mingo/query';
import { MongoError } from '../errors.ts';
import { BINARY_ORDER, type StringOrder } from '../values/collation.ts';
import { type Doc, isDoc } from '../values/doc.ts';
import { queryContext } from './context.ts';

export interface QueryOptions {
  readonly order?: StringOrder;
  /** The command's `let`, read in the filter as `$$name`. */
  readonly variables?: Doc;
}

/** mingo's options for one command. */
export function mingoOptions(options: QueryOptions) {
  return {
    context: queryContext(options.order ?? BINARY_ORDER),
    scriptEnabled: false,
    ...(options.variables ? { variables: options.variables } : {}),
  };
}

/** A compiled filter; errors 2 (unknown operator or bad operand) and 14 (not a document). */
export function compileFilter(filter: unknown, options: QueryOptions = {}): (doc: Doc) => boolean {
  if (!isDoc(filter)) throw new MongoError(14, 'a filter must be a document');
  const { $comment: _comment, ...rest } = filter;
  if (Object.keys(rest).length === 0) return () => true;
  const query = new Query(rest, mingoOptions(options));
  return (doc) => query.test(doc);
}
