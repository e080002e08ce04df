import { MongoError } from '../errors.ts';
import { isDoc } from './doc.ts';

/** How strings are told apart: `fold` gives equal text for equal strings, `compare` orders them. */
export interface StringOrder {
  readonly name: string;
  fold(text: string): string;
  compare(a: string, b: string): number;
}

export const BINARY_ORDER: StringOrder = {
  name: '',
  fold: (text) => text,
  compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
};

const SENSITIVITY = { 1: 'base', 2: 'accent', 3: 'variant' } as const;
const KNOWN = new Set([
  'locale',
  'strength',
  'caseLevel',
  'caseFirst',
  'numericOrdering',
  'alternate',
  'maxVariable',
  'normalization',
  'backwards',
  'version',
]);
const cache = new Map<string, StringOrder>();

function build(spec: Record<string, unknown>, name: string): StringOrder {
  const { locale } = spec;
  const strength = spec['strength'] ?? 3;
  if (typeof locale !== 'string') throw new MongoError(2, "collation needs a 'locale'");
  if (locale === 'simple') return BINARY_ORDER;
  if (strength !== 1 && strength !== 2 && strength !== 3)
    throw new MongoError(115, "collation 'strength' must be 1, 2 or 3 here");
  if (spec['caseLevel'] === true) throw new MongoError(115, "collation 'caseLevel' is not supported here");
  let collator: Intl.Collator;
  try {
    collator = new Intl.Collator(locale.replace('_', '-'), {
      sensitivity: SENSITIVITY[strength],
      numeric: spec['numericOrdering'] === true,
    });
  } catch {
    throw new MongoError(2, `collation 'locale' is unknown: ${locale}`);
  }
  const lower = (text: string): string => text.normalize('NFC').toLowerCase().normalize('NFC');
  const base = (text: string): string => lower(text.normalize('NFD').replace(/\p{M}/gu, ''));
  const fold = strength === 1 ? base : strength === 2 ? lower : (text: string) => text.normalize('NFC');
  // Equality is decided by folding alone, so that an index lookup and a scan agree.
  const compare = (a: string, b: string): number => {
    const [left, right] = [fold(a), fold(b)];
    return left === right ? 0 : collator.compare(a, b) || (left < right ? -1 : 1);
  };
  return { name, fold, compare };
}

/** The string order for a command's `collation`; none means by code unit, as MongoDB's simple collation. */
export function stringOrder(spec: unknown): StringOrder {
  if (spec === undefined || spec === null) return BINARY_ORDER;
  if (!isDoc(spec)) throw new MongoError(14, "'collation' must be a document");
  const unknown = Object.keys(spec).find((key) => !KNOWN.has(key));
  if (unknown !== undefined) throw new MongoError(9, `collation has an unknown field '${unknown}'`);
  if (Object.keys(spec).length === 0) return BINARY_ORDER;
  const { locale, strength = 3, numericOrdering = false } = spec;
  const name = JSON.stringify([locale, strength, numericOrdering]);
  const order = cache.get(name) ?? build(spec, name);
  if (cache.size < 100) cache.set(name, order);
  return order;
}
