import { trusted, type Model } from 'mongoose';
import { z } from 'zod';
import { decodeCursor, toPage } from '../http/pagination.ts';

const cursorKey = z.tuple([z.iso.datetime(), z.string().max(80)]);

export interface NewestFirst {
  filter: object;
  /** paths of the time and of the id that order the list, both falling */
  by: readonly [time: string, id: string];
  limit: number;
  cursor?: string | undefined;
}

/** A page of the documents that fit, the latest first. Throws INVALID_ARGUMENT on a cursor of another list. */
export async function newestPage<Doc>(model: Model<Doc>, { filter, by, limit, cursor }: NewestFirst) {
  const [time, id] = by;
  const docs = await model
    .find({ ...filter, ...olderThan(by, decodeCursor(cursor, cursorKey)) })
    .sort({ [time]: -1, [id]: -1 })
    .limit(limit + 1)
    .lean<Doc[]>();
  return toPage(docs, limit, (doc) => [(at(doc, time) as Date).toISOString(), at(doc, id) as string]);
}

/** What comes after a cursor's document. */
function olderThan([time, id]: NewestFirst['by'], after: [string, string] | undefined): object {
  if (!after) return {};
  const [since, last] = [new Date(after[0]), after[1]];
  return { $or: [{ [time]: trusted({ $lt: since }) }, { [time]: since, [id]: trusted({ $lt: last }) }] };
}

function at(doc: unknown, path: string): unknown {
  return path.split('.').reduce((value, name) => (value as Record<string, unknown>)[name], doc);
}
