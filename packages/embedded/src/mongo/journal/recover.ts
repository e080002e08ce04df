import { open, readFile, rm, truncate } from 'node:fs/promises';
import { type Change, decodeRecord, hasRecordAfter, MAGIC } from './record.ts';

export interface Recovery {
  /** Bytes of the torn last record that were cut off; 0 after a clean stop. */
  readonly droppedBytes: number;
  readonly bytes: number;
}

/** Where a compaction writes until it is whole. */
export function draftOf(path: string): string {
  return `${path}.draft`;
}

async function readOrCreate(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const file = await open(path, 'wx', 0o600);
    await file.write(MAGIC);
    await file.sync();
    await file.close();
    return MAGIC;
  }
}

function startOf(file: Buffer, path: string): number {
  if (file.length >= MAGIC.length && file.subarray(0, MAGIC.length).equals(MAGIC)) return MAGIC.length;
  // A crash while the very first bytes were written leaves a prefix of them.
  if (file.length < MAGIC.length && MAGIC.subarray(0, file.length).equals(file)) return 0;
  throw new Error(`${path} is not a journal of the embedded MongoDB server (or of a later version of it)`);
}

/**
 * Reads the journal from its start, hands every change on, and cuts a torn last record off. Damage followed by whole
 * records is no torn write: it throws rather than losing what was acknowledged.
 */
export async function recover(path: string, apply: (change: Change) => void): Promise<Recovery> {
  await rm(draftOf(path), { force: true });
  const file = await readOrCreate(path);
  let offset = startOf(file, path);
  if (offset === 0) {
    await rm(path);
    await readOrCreate(path);
    return { droppedBytes: file.length, bytes: MAGIC.length };
  }
  for (;;) {
    const record = decodeRecord(file, offset);
    if (!record) break;
    apply(record.change);
    offset = record.end;
  }
  const droppedBytes = file.length - offset;
  if (droppedBytes > 0 && hasRecordAfter(file, offset)) {
    throw new Error(
      `${path} is damaged at byte ${String(offset)}, before later records. Restore a copy of it, or move it away to start empty.`,
    );
  }
  if (droppedBytes > 0) await truncate(path, offset);
  return { droppedBytes, bytes: offset };
}
