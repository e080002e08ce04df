import { readFile, stat } from 'node:fs/promises';
import yauzl from 'yauzl';

const MAX_BYTES = 100_000_000;

/** The text of a CSV file, or of the one in a ZIP. Throws an Error that says what is wrong with the file. */
export async function readRateFile(path: string): Promise<string> {
  const { size } = await stat(path);
  if (size > MAX_BYTES) throw new Error(`${path} is larger than ${MAX_BYTES} bytes`);
  const bytes = await readFile(path);
  return bytes.subarray(0, 2).toString('latin1') === 'PK' ? unzipped(bytes) : bytes.toString('utf8');
}

async function unzipped(bytes: Buffer): Promise<string> {
  const zip = await yauzl.fromBufferPromise(bytes, { validateEntrySizes: true });
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.toLowerCase().endsWith('.csv')) continue;
    if (entry.uncompressedSize > MAX_BYTES) throw new Error(`${entry.fileName} is larger than ${MAX_BYTES} bytes`);
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    return Buffer.concat(pieces).toString('utf8');
  }
  throw new Error('There is no CSV file in the ZIP');
}
