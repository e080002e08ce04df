import { MongoError } from '../errors.ts';
import { CURSOR_IDLE_MS, MAX_CURSORS, MAX_DOCUMENT_BYTES } from '../limits.ts';

interface Cursor {
  readonly ns: string;
  readonly rest: Uint8Array[];
  at: number;
  usedAt: number;
}

export interface Batch {
  readonly cursorId: bigint;
  readonly docs: Uint8Array[];
}

/** Open result sets: at most MAX_CURSORS, each forgotten when nobody asks for CURSOR_IDLE_MS. */
export class Cursors {
  readonly #open = new Map<bigint, Cursor>();
  #lastId = 0n;

  /** The first `size` documents (bounded by 16 MB too) and a cursor for the rest; id 0 when there is none. */
  open(ns: string, docs: Uint8Array[], size: number, single: boolean): Batch {
    const cursor: Cursor = { ns, rest: docs, at: 0, usedAt: Date.now() };
    const batch = take(cursor, size);
    if (single || cursor.at >= docs.length) return { cursorId: 0n, docs: batch };
    if (this.#open.size >= MAX_CURSORS) this.sweep();
    if (this.#open.size >= MAX_CURSORS) throw new MongoError(2, `more than ${String(MAX_CURSORS)} cursors are open`);
    this.#lastId += 1n;
    this.#open.set(this.#lastId, cursor);
    return { cursorId: this.#lastId, docs: batch };
  }

  next(id: bigint, ns: string, size: number): Batch {
    const cursor = this.#open.get(id);
    if (cursor?.ns !== ns) throw new MongoError(43, `cursor id ${String(id)} not found`);
    cursor.usedAt = Date.now();
    const docs = take(cursor, size);
    if (cursor.at < cursor.rest.length) return { cursorId: id, docs };
    this.#open.delete(id);
    return { cursorId: 0n, docs };
  }

  kill(id: bigint, ns: string): boolean {
    return this.#open.get(id)?.ns === ns && this.#open.delete(id);
  }

  sweep(now = Date.now()): void {
    for (const [id, cursor] of this.#open) if (now - cursor.usedAt > CURSOR_IDLE_MS) this.#open.delete(id);
  }
}

function take(cursor: Cursor, size: number): Uint8Array[] {
  const from = cursor.at;
  let bytes = 0;
  while (cursor.at < cursor.rest.length && cursor.at - from < size) {
    bytes += cursor.rest[cursor.at]?.length ?? 0;
    if (bytes > MAX_DOCUMENT_BYTES && cursor.at > from) break;
    cursor.at += 1;
  }
  return cursor.rest.slice(from, cursor.at);
}
