import { BINARY_ORDER, type StringOrder } from '../values/collation.ts';
import { valueKey } from '../values/compare.ts';
import { type Doc, hasOwn, isDoc } from '../values/doc.ts';
import type { HashIndex } from './hash-index.ts';

/** How documents are found: by `_id`, by an index, or by looking at all. */
export interface Plan {
  readonly stage: 'IDHACK' | 'IXSCAN' | 'COLLSCAN';
  readonly indexName?: string;
  /** Document keys to look at; undefined means all. */
  readonly ids?: ReadonlySet<string>;
}

const MAX_COMBINATIONS = 10_000;

/** For each path, the values one of which every matching document must have. */
type Equalities = Map<string, unknown[]>;

function isIndexable(value: unknown): boolean {
  return !(value instanceof RegExp) && !Array.isArray(value);
}

function wantedValues(condition: unknown): unknown[] | undefined {
  if (isDoc(condition) && Object.keys(condition).some((key) => key.startsWith('$'))) {
    if (hasOwn(condition, '$eq') && isIndexable(condition['$eq'])) return [condition['$eq']];
    const list = condition['$in'];
    return Array.isArray(list) && list.every(isIndexable) ? (list as unknown[]) : undefined;
  }
  return isIndexable(condition) ? [condition] : undefined;
}

function equalitiesOf(filter: Doc, into: Equalities = new Map()): Equalities {
  for (const [path, condition] of Object.entries(filter)) {
    if (path === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isDoc(part)) equalitiesOf(part, into);
    } else if (!path.startsWith('$')) {
      const wanted = wantedValues(condition);
      if (wanted && !into.has(path)) into.set(path, wanted);
    }
  }
  return into;
}

/** Whether a document with these values is surely inside a partial index. */
function implies(equalities: Equalities, partial: Doc): boolean {
  return Object.entries(partial).every(([path, condition]) => {
    const values = equalities.get(path);
    if (!values) return false;
    if (!isDoc(condition)) return values.every((value) => valueKey(value) === valueKey(condition));
    return Object.entries(condition).every(([operator, operand]) => {
      if (operator === '$exists')
        return operand === true && values.every((value) => value !== null && value !== undefined);
      if (operator === '$type') return operand === 'string' && values.every((value) => typeof value === 'string');
      return operator === '$eq' && values.every((value) => valueKey(value) === valueKey(operand));
    });
  });
}

function isUsable(index: HashIndex, equalities: Equalities, order: StringOrder): boolean {
  const hasNull = index.paths.some((path) =>
    equalities.get(path)?.some((value) => value === null || value === undefined),
  );
  if (index.spec.sparse && hasNull) return false;
  if (index.spec.partialFilterExpression && !implies(equalities, index.spec.partialFilterExpression)) return false;
  return index.order.name === order.name || !index.paths.some((path) => equalities.get(path)?.some(hasText));
}

function hasText(value: unknown): boolean {
  return typeof value === 'string' || isDoc(value);
}

function prefixLength(index: HashIndex, equalities: Equalities): number {
  const missing = index.paths.findIndex((path) => !equalities.has(path));
  return missing < 0 ? index.paths.length : missing;
}

function byId(equalities: Equalities, order: StringOrder): Plan | undefined {
  const values = equalities.get('_id');
  if (!values || (order.name !== '' && values.some(hasText))) return undefined;
  return { stage: 'IDHACK', indexName: '_id_', ids: new Set(values.map((value) => valueKey(value))) };
}

function byIndex(equalities: Equalities, indexes: readonly HashIndex[], order: StringOrder): Plan | undefined {
  const ranked = indexes
    .map((index) => ({ index, length: isUsable(index, equalities, order) ? prefixLength(index, equalities) : 0 }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length || Number(b.index.spec.unique) - Number(a.index.spec.unique));
  const best = ranked[0];
  if (!best) return undefined;
  const { index, length } = best;
  const wanted = index.paths
    .slice(0, length)
    .map((path) => [...new Set((equalities.get(path) ?? []).map((value) => valueKey(value, index.order)))]);
  if (wanted.reduce((product, keys) => product * keys.length, 1) > MAX_COMBINATIONS) return undefined;
  return { stage: 'IXSCAN', indexName: index.spec.name, ids: index.find(wanted) };
}

function byBranches(filter: Doc, indexes: readonly HashIndex[], order: StringOrder): Plan | undefined {
  const branches = filter['$or'];
  if (!Array.isArray(branches) || branches.length === 0) return undefined;
  const ids = new Set<string>();
  const names: string[] = [];
  for (const branch of branches as unknown[]) {
    const plan = isDoc(branch) ? planFor(branch, indexes, order) : undefined;
    if (!plan?.ids) return undefined;
    for (const id of plan.ids) ids.add(id);
    names.push(plan.indexName ?? '');
  }
  return { stage: 'IXSCAN', indexName: names.join(', '), ids };
}

/** The cheapest way to a superset of the documents that match; equality on `_id` or an index prefix is never a scan. */
export function planFor(filter: Doc, indexes: readonly HashIndex[], order: StringOrder = BINARY_ORDER): Plan {
  const equalities = equalitiesOf(filter);
  return (
    byId(equalities, order) ??
    byIndex(equalities, indexes, order) ??
    byBranches(filter, indexes, order) ?? { stage: 'COLLSCAN' }
  );
}
