import { BrokenZip, openZip, type ZipEntry } from '@florin/bank-files';
import { invalidField } from '@florin/errors';
import type { Import } from '../../domain/imports/import.ts';
import { MAX_IMPORT_ROWS } from '../../domain/imports/import.ts';
import {
  ATTACHMENTS,
  EXPORT_VERSION,
  MANIFEST,
  RECORDS,
  readLine,
  readManifest,
  type RecordKind,
  type RecordOf,
} from '../exports/records.ts';
import type { Deps } from '../index.ts';

/** A record with its line, from 1, or what is wrong with it. */
export type Line<Kind extends RecordKind> = { line: number } & ({ record: RecordOf<Kind> } | { fault: string });

export interface OpenedExport {
  read<Kind extends RecordKind>(kind: Kind): AsyncIterable<Line<Kind>>;
  /** All good records of a kind of which a person has few. */
  all<Kind extends RecordKind>(kind: Kind): Promise<RecordOf<Kind>[]>;
  attachment(id: string): ZipEntry | undefined;
}

const MAX_FILES = 200_000;
const MAX_MANIFEST = 10_000;
/** of one line, and of all lines of a kind, unpacked */
const MAX_LINE = 100_000;
const MAX_LINES_BYTES = 1024 * 1024 * 1024;
/** of the kinds of which a person has few, since they are kept in memory together */
const MAX_FEW = 20_000;
const MANY: ReadonlySet<RecordKind> = new Set(['transactions', 'attachments']);

/** Whether a file begins as our own full export does. */
export function isExport(beginning: Uint8Array): boolean {
  const text = Buffer.from(beginning.subarray(0, 30 + MANIFEST.length)).toString('latin1');
  return text.startsWith('PK\u0003\u0004') && text.slice(30) === MANIFEST;
}

/**
 * Opens an uploaded full export. Throws INVALID_ARGUMENT for a file that is none, was cut, or is of a version that this
 * program does not know. `alive` is called between pieces.
 */
export async function openExport(
  { imports }: Deps['stores'],
  { id, bytes }: Import,
  alive: () => Promise<void>,
): Promise<OpenedExport> {
  const read = await pieceReader(imports, id, alive);
  try {
    const entries = await openZip({ size: bytes, read }, MAX_FILES);
    await requireManifest(entries.get(MANIFEST));
    const lines = <Kind extends RecordKind>(kind: Kind) => recordsOf(kind, entries.get(`${kind}.jsonl`));
    return {
      read: lines,
      all: async <Kind extends RecordKind>(kind: Kind) => {
        const found: RecordOf<Kind>[] = [];
        for await (const each of lines(kind)) if ('record' in each) found.push(each.record);
        return found;
      },
      attachment: (attachmentId) => entries.get(`${ATTACHMENTS}${attachmentId}`),
    };
  } catch (error) {
    throw asRefusal(error);
  }
}

const asRefusal = (error: unknown) => (error instanceof BrokenZip ? invalidField('', error.message) : error);

async function requireManifest(entry: ZipEntry | undefined): Promise<void> {
  if (!entry) throw invalidField('', `The ZIP has no ${MANIFEST}, so it is no full export of Florin`);
  let text = '';
  for await (const piece of entry.content()) {
    text += Buffer.from(piece).toString('utf8');
    if (text.length > MAX_MANIFEST) throw invalidField('', `${MANIFEST} is too long`);
  }
  const found = readManifest(text);
  if ('fault' in found) throw invalidField('', `${MANIFEST}: ${found.fault}`);
  const { version } = found.record;
  if (version > EXPORT_VERSION || version < 1)
    throw invalidField('', `The export has version ${version}; this server reads up to ${EXPORT_VERSION}`);
}

async function* recordsOf<Kind extends RecordKind>(kind: Kind, entry: ZipEntry | undefined): AsyncIterable<Line<Kind>> {
  if (!entry) return;
  if (!(kind in RECORDS)) return;
  const maximum = MANY.has(kind) ? MAX_IMPORT_ROWS : MAX_FEW;
  let line = 0;
  try {
    for await (const text of linesOf(entry)) {
      line += 1;
      // empty lines count: a hundred million of them fit into a ZIP of 100 kB
      if (line > maximum + 1 || (line > maximum && text !== ''))
        throw invalidField('', `${kind}.jsonl: must have at most ${maximum} lines`);
      if (text === '') continue;
      yield { line, ...readLine(kind, text) };
    }
  } catch (error) {
    throw asRefusal(error);
  }
}

async function* linesOf({ name, content }: ZipEntry): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let rest = '';
  let bytes = 0;
  for await (const piece of content()) {
    bytes += piece.length;
    if (bytes > MAX_LINES_BYTES) throw invalidField('', `${name}: unpacks to too much`);
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MAX_LINE) throw invalidField('', `${name}: a line must have at most ${MAX_LINE} characters`);
    yield* lines;
  }
  yield rest + decoder.decode();
}

/** The uploaded file, whose pieces are read where they are needed; the last one stays at hand. */
async function pieceReader({ pieceSizes, piece }: Deps['stores']['imports'], id: string, alive: () => Promise<void>) {
  let begins = 0;
  const starts = (await pieceSizes(id)).map((size) => (begins += size) - size);
  let held: { position: number; bytes: Promise<Uint8Array> } | undefined;
  return async function* (from: number, to: number): AsyncIterable<Uint8Array> {
    let position = Math.max(
      0,
      starts.findLastIndex((start) => start <= from),
    );
    for (let at = from; at < to; position += 1) {
      await alive();
      if (held?.position !== position) held = { position, bytes: piece(id, position) };
      const bytes = await held.bytes;
      const start = at - (starts[position] ?? 0);
      const cut = bytes.subarray(start, start + to - at);
      if (cut.length === 0) return;
      at += cut.length;
      yield cut;
    }
  };
}
