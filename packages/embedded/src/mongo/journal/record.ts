import { crc32 } from 'node:zlib';

/**
 * One change as kept on disk: what became of a document or a collection, never how.
 * put = document (whole), del = { _id }, create/drop = collection, index/dropIndex = index specification.
 */
export type Kind = 'put' | 'del' | 'create' | 'drop' | 'index' | 'dropIndex';

export interface Change {
  readonly kind: Kind;
  /** "database.collection" */
  readonly ns: string;
  /** BSON */
  readonly body: Uint8Array;
}

const KINDS: readonly Kind[] = ['put', 'del', 'create', 'drop', 'index', 'dropIndex'];
const HEADER_BYTES = 8;

/** First bytes of every journal file; a later format gets another number. */
export const MAGIC = Buffer.from('FLORINJ1');

/** [length u32][crc32 u32][kind u8][ns length u16][ns][body], little-endian; the checksum covers what follows it. */
export function encodeRecord(change: Change): Buffer {
  const nsBytes = Buffer.byteLength(change.ns);
  const payload = 3 + nsBytes + change.body.length;
  const record = Buffer.allocUnsafe(HEADER_BYTES + payload);
  record.writeUInt32LE(payload, 0);
  record.writeUInt8(KINDS.indexOf(change.kind), 8);
  record.writeUInt16LE(nsBytes, 9);
  record.write(change.ns, 11);
  record.set(change.body, 11 + nsBytes);
  record.writeUInt32LE(crc32(record.subarray(HEADER_BYTES)), 4);
  return record;
}

function decodePayload(payload: Buffer): Change | undefined {
  const kind = KINDS[payload.readUInt8(0)];
  const nsEnd = 3 + payload.readUInt16LE(1);
  if (kind === undefined || nsEnd > payload.length) return undefined;
  return { kind, ns: payload.toString('utf8', 3, nsEnd), body: payload.subarray(nsEnd) };
}

/** The record at `offset` and where the next begins; undefined if it is cut short or its checksum is wrong. */
export function decodeRecord(file: Buffer, offset: number): { change: Change; end: number } | undefined {
  if (offset + HEADER_BYTES > file.length) return undefined;
  const end = offset + HEADER_BYTES + file.readUInt32LE(offset);
  if (end > file.length || end < offset + HEADER_BYTES + 3) return undefined;
  const payload = file.subarray(offset + HEADER_BYTES, end);
  if (crc32(payload) !== file.readUInt32LE(offset + 4)) return undefined;
  const change = decodePayload(payload);
  return change && { change, end };
}

/** Whether any whole record begins after `offset`: then the damage there is no torn last write. */
export function hasRecordAfter(file: Buffer, offset: number): boolean {
  if (offset + HEADER_BYTES > file.length) return false;
  const next = offset + HEADER_BYTES + file.readUInt32LE(offset);
  return next < file.length && decodeRecord(file, next) !== undefined;
}
