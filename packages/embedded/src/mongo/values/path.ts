import { hasOwn, isDoc } from './doc.ts';

/** What a dotted path finds; `undefined` stands for a document in which it is missing. */
export function valuesAt(value: unknown, path: string): unknown[] {
  const found: unknown[] = [];
  collect(value, path.split('.'), 0, found);
  return found;
}

function collect(value: unknown, parts: readonly string[], at: number, found: unknown[]): void {
  const part = parts[at];
  if (part === undefined) {
    found.push(value);
    return;
  }
  if (Array.isArray(value)) {
    collectInArray(value, parts, at, found);
    return;
  }
  if (isDoc(value) && hasOwn(value, part)) collect(value[part], parts, at + 1, found);
  else found.push(undefined);
}

function collectInArray(list: readonly unknown[], parts: readonly string[], at: number, found: unknown[]): void {
  const part = parts[at] ?? '';
  if (/^\d+$/.test(part) && Number(part) < list.length) collect(list[Number(part)], parts, at + 1, found);
  for (const item of list) if (isDoc(item)) collect(item, parts, at, found);
}

/** The values a predicate looks at: those found and, of each array among them, its elements. */
export function candidatesAt(value: unknown, path: string): unknown[] {
  const found = valuesAt(value, path);
  return found.flatMap((item) => (Array.isArray(item) ? [item as unknown, ...(item as unknown[])] : [item]));
}
