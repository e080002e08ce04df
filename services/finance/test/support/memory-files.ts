import { Readable } from 'node:stream';
import type { AttachmentFiles } from '../../src/app/attachments/ports.ts';

export function createMemoryFiles(): AttachmentFiles {
  const files = new Map<string, Uint8Array[]>();
  return {
    put: async (id, bytes) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of bytes) pieces.push(piece);
      files.set(id, pieces);
    },
    get: (id) => Promise.resolve(files.has(id) ? Readable.from(files.get(id) ?? []) : undefined),
    remove: (id) => {
      files.delete(id);
      return Promise.resolve();
    },
  };
}
