import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FlorinError, isFlorinError } from '@florin/errors';
import type { AttachmentFiles } from '../app/attachments/ports.ts';

/** Attachments as files of a folder, spread over as many folders as the last two digits of ids make. */
export function createAttachmentFolder(root: string): AttachmentFiles {
  const pathOf = (id: string) => join(root, id.slice(-2), id);
  return {
    put: (id, bytes) =>
      reached(async () => {
        const path = pathOf(id);
        await mkdir(dirname(path), { recursive: true });
        // under its own name only when it is whole
        const part = `${path}.part`;
        await pipeline(bytes, createWriteStream(part, { flush: true })).catch(async (error: unknown) => {
          await rm(part, { force: true });
          throw error;
        });
        await rename(part, path);
      }),
    get: (id) =>
      reached(async () => {
        const file = await open(pathOf(id)).catch((error: unknown) => {
          if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
          throw error;
        });
        return file && (createReadStream('', { fd: file }) as AsyncIterable<Uint8Array>);
      }),
    remove: (id) =>
      reached(async () => {
        await rm(pathOf(id), { force: true });
        await rm(`${pathOf(id)}.part`, { force: true });
      }),
  };
}

async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isFlorinError(error)) throw error;
    throw new FlorinError('UNAVAILABLE', 'The folder of attachments is out of reach', {
      cause: error,
      retryAfterSeconds: 1,
    });
  }
}
