import { Readable } from 'node:stream';
import yauzl from 'yauzl';

/** Bytes that are read anywhere. */
export interface Pieces {
  size: number;
  /** from a place up to another, which is not included */
  read: (from: number, to: number) => AsyncIterable<Uint8Array>;
}

/** The ZIP can't be read: it is none, was cut, or says what is not so. */
export class BrokenZip extends Error {}

/** A file of a ZIP. */
export interface ZipEntry {
  name: string;
  /** unpacked, as the ZIP says; more than that is never given */
  bytes: number;
  /** Throws BrokenZip; what reading the ZIP's own bytes throws passes through. */
  content: () => AsyncIterable<Uint8Array>;
}

/**
 * The files of a ZIP by their names, at most `maximum`; nothing is unpacked yet, and the ZIP is never in memory. Throws
 * BrokenZip; what reading its bytes throws passes through.
 */
export async function openZip(pieces: Pieces, maximum: number): Promise<Map<string, ZipEntry>> {
  const source = new Source(pieces);
  const entries = new Map<string, ZipEntry>();
  try {
    const options = { autoClose: false, validateEntrySizes: true, strictFileNames: false };
    const zip = await yauzl.fromRandomAccessReaderPromise(source, pieces.size, options);
    if (zip.entryCount > maximum) throw new BrokenZip(`A ZIP may have ${maximum} files`);
    for await (const entry of zip.eachEntry()) {
      const { fileName: name, uncompressedSize: bytes } = entry;
      entries.set(name, { name, bytes, content: () => contentOf(zip, entry, source) });
    }
  } catch (error) {
    throw source.reasonOf(error);
  }
  return entries;
}

async function* contentOf(zip: yauzl.ZipFile, entry: yauzl.Entry, source: Source): AsyncIterable<Uint8Array> {
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const piece of stream) yield piece as Uint8Array;
  } catch (error) {
    throw source.reasonOf(error);
  }
}

/** Tells what fails to be read from what is wrong in it. */
class Source extends yauzl.RandomAccessReader {
  readonly #pieces: Pieces;
  #failure: { error: unknown } | undefined;

  constructor(pieces: Pieces) {
    super();
    this.#pieces = pieces;
  }

  override _readStreamForRange(from: number, to: number): Readable {
    return Readable.from(this.#watched(this.#pieces.read(from, to)), { objectMode: false });
  }

  reasonOf(error: unknown): unknown {
    if (this.#failure) return this.#failure.error;
    return error instanceof BrokenZip
      ? error
      : new BrokenZip(`The ZIP can't be read: ${error instanceof Error ? error.message : 'it is broken'}`);
  }

  async *#watched(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    try {
      yield* pieces;
    } catch (error) {
      this.#failure = { error };
      throw error;
    }
  }
}
