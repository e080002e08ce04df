import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes all of `bytes` at the end of the file. */
export async function appendAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written);
    written += bytesWritten;
  }
}

/** Makes a rename in the directory of `path` last; a no-op where directories can't be opened (Windows). */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(dirname(path), 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
