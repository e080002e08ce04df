import { open, rename } from 'node:fs/promises';
import { appendAll, syncDirectory } from './files.ts';
import { type Change, encodeRecord, MAGIC } from './record.ts';
import { draftOf } from './recover.ts';

const CHUNK_BYTES = 4 * 1024 * 1024;

/** Where tests cut a compaction short to prove that a restart finds everything. */
export type CompactionStep = 'drafted' | 'tailed' | 'synced' | 'renamed';

export interface Compaction {
  /** Adds what was written meanwhile, replaces the journal and gives its new size in bytes. */
  finish(tail: readonly Buffer[]): Promise<number>;
}

function* chunks(state: Iterable<Change>): Generator<Buffer> {
  let batch: Buffer[] = [MAGIC];
  let bytes = MAGIC.length;
  for (const change of state) {
    const record = encodeRecord(change);
    batch.push(record);
    bytes += record.length;
    if (bytes >= CHUNK_BYTES) {
      yield Buffer.concat(batch);
      [batch, bytes] = [[], 0];
    }
  }
  yield Buffer.concat(batch);
}

/**
 * Writes `state` (as it was when called: its documents are never changed in place) to a draft beside the journal.
 * Until the rename the old journal is whole and in use; after it the new one is: a crash between any two steps loses nothing.
 */
export async function draftCompaction(
  path: string,
  state: Iterable<Change>,
  at: (step: CompactionStep) => void,
): Promise<Compaction> {
  const draft = draftOf(path);
  const file = await open(draft, 'w', 0o600);
  let bytes = 0;
  try {
    for (const chunk of chunks(state)) {
      await appendAll(file, chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    await file.close();
    throw error;
  }
  at('drafted');
  return {
    finish: async (tail) => {
      const rest = Buffer.concat(tail);
      await appendAll(file, rest);
      at('tailed');
      await file.sync();
      await file.close();
      at('synced');
      await rename(draft, path);
      at('renamed');
      await syncDirectory(path);
      return bytes + rest.length;
    },
  };
}
