import { MongoError } from '../errors.ts';
import { type Doc, hasOwn, isDoc, setOwn } from '../values/doc.ts';

/** The place an operator writes to: a key of a document or an index of an array. */
export interface Slot {
  read(): unknown;
  write(value: unknown): void;
  remove(): void;
}

export interface PathContext {
  /** The index that `$` stands for in the array at this path; undefined if the query matched none. */
  positional(arrayPath: string): number | undefined;
  /** The test that `$[name]` stands for. */
  elementTest(name: string): (element: unknown) => boolean;
}

const MAX_ARRAY_PADDING = 1_500_000;

function slotIn(parent: Doc | unknown[], key: string): Slot {
  if (Array.isArray(parent)) {
    const index = Number(key);
    return {
      read: () => parent[index],
      write: (value) => {
        if (index > parent.length + MAX_ARRAY_PADDING)
          throw new MongoError(2, `array index ${key} is too far beyond the end`);
        while (parent.length < index) parent.push(null);
        parent[index] = value;
      },
      remove: () => {
        if (index < parent.length) parent[index] = null;
      },
    };
  }
  return {
    read: () => (hasOwn(parent, key) ? parent[key] : undefined),
    write: (value) => setOwn(parent, key, value),
    remove: () => void Reflect.deleteProperty(parent, key),
  };
}

function notViable(key: string, parentPath: string): MongoError {
  return new MongoError(
    28,
    `Cannot create field '${key}' in element '${parentPath}': it holds neither a document nor a fitting array`,
  );
}

function isContainer(value: unknown): value is Doc | unknown[] {
  return Array.isArray(value) || isDoc(value);
}

/** The keys one path part stands for inside its parent. */
function keysFor(parent: unknown, part: string, path: string, context: PathContext): string[] {
  if (!part.startsWith('$')) return [part];
  if (!Array.isArray(parent)) {
    throw new MongoError(
      2,
      `The path '${path}' must exist in the document and be an array in order to apply array updates with '${part}'`,
    );
  }
  if (part === '$[]') return parent.map((_, index) => String(index));
  if (part === '$') {
    const index = context.positional(path);
    if (index === undefined)
      throw new MongoError(2, 'The positional operator did not find the match needed from the query.');
    return [String(index)];
  }
  const test = context.elementTest(part.slice(2, -1));
  return parent.flatMap((element, index) => (test(element) ? [String(index)] : []));
}

/**
 * The slots a dotted update path names, `$`, `$[]` and `$[name]` included. With `create`, missing parents become
 * documents and an unfit parent is error 28; without, such paths name nothing.
 */
export function slotsAt(doc: Doc, path: string, create: boolean, context: PathContext): Slot[] {
  const parts = path.split('.');
  if (parts.some((part) => part === ''))
    throw new MongoError(56, `The update path '${path}' contains an empty field name.`);
  const walk = (parent: unknown, at: number, walked: string): Slot[] => {
    const part = parts[at] ?? '';
    if (!isContainer(parent)) {
      if (create) throw notViable(part, walked);
      return [];
    }
    return keysFor(parent, part, walked, context).flatMap((key) => {
      if (Array.isArray(parent) && !/^\d+$/.test(key)) {
        if (create) throw notViable(key, walked);
        return [];
      }
      const slot = slotIn(parent, key);
      if (at === parts.length - 1) return [slot];
      if (slot.read() === undefined && create) slot.write({});
      const next = slot.read();
      return next === undefined ? [] : walk(next, at + 1, walked ? `${walked}.${key}` : key);
    });
  };
  return walk(doc, 0, '');
}
