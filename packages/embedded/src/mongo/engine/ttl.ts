import { compareValues } from '../values/compare.ts';
import { valuesAt } from '../values/path.ts';
import type { Collection, Entry } from './collection.ts';
import type { Store } from './store.ts';

function isExpired(entry: Entry, path: string, seconds: number, now: Date): boolean {
  const dates = valuesAt(entry.doc, path)
    .flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter((value) => value instanceof Date)
    .sort(compareValues);
  const [earliest] = dates;
  return earliest !== undefined && earliest.getTime() + seconds * 1000 <= now.getTime();
}

function expireIn(store: Store, collection: Collection, now: Date): number {
  let removed = 0;
  for (const { key, expireAfterSeconds: seconds } of collection.indexSpecs) {
    const [path] = Object.keys(key);
    if (seconds === undefined || path === undefined) continue;
    const expired = [...collection.entries()].filter((entry) => isExpired(entry, path, seconds, now));
    for (const entry of expired) store.remove(collection, entry);
    removed += expired.length;
  }
  return removed;
}

/** Removes what TTL indexes call expired; gives how many documents went. */
export function expireDocuments(store: Store, now: Date): number {
  return store.collections().reduce((sum, collection) => sum + expireIn(store, collection, now), 0);
}
