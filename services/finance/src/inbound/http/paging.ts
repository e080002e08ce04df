import type { Reply } from '@florin/service-kit';
import { decodeCursor, toPage } from '@florin/service-kit';
import { z } from 'zod';
import type { Slice } from '../../app/store-ports.ts';

const key = z.tuple([z.iso.datetime(), z.uuid()]);

/** `?limit=&cursor=` as the stores cut lists. */
export function sliceOf({ limit, cursor }: { limit: number; cursor?: string | undefined }): Slice {
  return { limit, after: decodeCursor(cursor, key) };
}

/** A page of rows fetched with one more than the limit, ordered by `time` and id. */
export function pageOf<T extends { id: string }, R>(
  rows: readonly T[],
  limit: number,
  time: (row: T) => Date,
  render: (row: T) => R,
): { data: R[]; nextCursor: string | null } {
  const { data, nextCursor } = toPage(rows, limit, (row) => [time(row).toISOString(), row.id]);
  return { data: data.map(render), nextCursor };
}

/** 201, and whether it is the answer to an earlier request of the same key. */
export function created(body: unknown, replayed: boolean): Reply {
  return { status: 201, body, ...(replayed ? { headers: { 'Idempotency-Replayed': 'true' } } : {}) };
}
