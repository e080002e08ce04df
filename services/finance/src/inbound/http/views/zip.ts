import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { ExportFile } from '../../../app/exports/export-all.ts';

/**
 * A ZIP of files, piece by piece as it is read, one file open at a time. What a file throws is thrown; who reads no further
 * closes the file under way.
 */
export async function* zipOf(files: AsyncIterable<ExportFile>): AsyncIterable<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const leave = new AbortController();
  const fail = (error: Error) => output.destroy(error);
  zip.on('error', fail);
  const written = add(zip, files, leave.signal).catch(fail);
  try {
    for await (const piece of output) yield piece as Uint8Array;
  } finally {
    leave.abort();
    await written;
  }
}

async function add(zip: ZipFile, files: AsyncIterable<ExportFile>, signal: AbortSignal): Promise<void> {
  for await (const { name, packs, pieces } of files) {
    const content = Readable.from(pieces(), { objectMode: false, signal });
    zip.addReadStream(content, name, { compress: packs });
    await finished(content, { cleanup: true });
  }
  zip.end();
}
