import { MongoError } from '../errors.ts';
import { stringOrder } from '../values/collation.ts';
import { type Doc, isDoc } from '../values/doc.ts';

export interface IndexSpec {
  readonly name: string;
  /** Paths with 1 or -1, in order. */
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partialFilterExpression?: Doc;
  readonly expireAfterSeconds?: number;
  readonly collation?: Doc;
}

const IGNORED = new Set(['v', 'background', 'ns', 'commitQuorum']);
const KNOWN = new Set([
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'collation',
  ...IGNORED,
]);

export const ID_INDEX: IndexSpec = { name: '_id_', key: { _id: 1 }, unique: true, sparse: false };

function readKey(key: unknown): Record<string, 1 | -1> {
  if (!isDoc(key) || Object.keys(key).length === 0)
    throw new MongoError(67, "an index 'key' must be a document that names fields");
  return Object.fromEntries(
    Object.entries(key).map(([path, direction]) => {
      if (direction !== 1 && direction !== -1) {
        throw new MongoError(
          67,
          `index type '${String(direction)}' of '${path}' is not supported by the embedded server (only 1 and -1)`,
        );
      }
      if (path.startsWith('$') || path.split('.').includes('')) throw new MongoError(67, `'${path}' can't be indexed`);
      return [path, direction];
    }),
  );
}

function readSeconds(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const seconds = Number(value);
  if (!Number.isFinite(seconds) || seconds < 0)
    throw new MongoError(67, "'expireAfterSeconds' must be a number of 0 or more");
  return seconds;
}

/** A checked index specification of createIndexes; errors 67 (can't be created), 197 (unknown option). */
export function readIndexSpec(input: unknown): IndexSpec {
  if (!isDoc(input)) throw new MongoError(14, 'an index specification must be a document');
  const unknown = Object.keys(input).find((option) => !KNOWN.has(option));
  if (unknown !== undefined)
    throw new MongoError(197, `index option '${unknown}' is not supported by the embedded server`);
  const key = readKey(input['key']);
  const { name, collation, partialFilterExpression: partial } = input;
  if (typeof name !== 'string' || name === '') throw new MongoError(9, "an index needs a 'name'");
  if (partial !== undefined && !isDoc(partial))
    throw new MongoError(67, "'partialFilterExpression' must be a document");
  const expireAfterSeconds = readSeconds(input['expireAfterSeconds']);
  if (expireAfterSeconds !== undefined && Object.keys(key).length > 1)
    throw new MongoError(67, 'TTL indexes are single-field indexes');
  const special = stringOrder(collation).name !== '';
  return {
    name,
    key,
    unique: input['unique'] === true,
    sparse: input['sparse'] === true,
    ...(partial && { partialFilterExpression: partial }),
    ...(expireAfterSeconds !== undefined && { expireAfterSeconds }),
    ...(special && isDoc(collation) && { collation }),
  };
}

/** The specification as listIndexes tells it. */
export function describeIndex(spec: IndexSpec): Doc {
  const { unique, sparse, ...rest } = spec;
  const told = spec.name === ID_INDEX.name ? {} : { ...(unique && { unique }), ...(sparse && { sparse }) };
  return { v: 2, ...rest, ...told };
}
