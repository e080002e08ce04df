import { UNDO_MS } from '../bulk.ts';

/** receiving: its bytes are on the way; gone: they are to be deleted */
type AttachmentState = 'receiving' | 'kept' | 'gone';

export interface Attachment {
  id: string;
  ownerId: string;
  transactionId: string;
  /** as its owner called the file */
  name: string;
  /** by what stands in it, whatever its name says */
  type: string;
  bytes: bigint;
  state: AttachmentState;
  createdAt: Date;
}

export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024;
export const MAX_ATTACHMENTS_OF_ROW = 10;
/** how long the bytes of a deleted row are kept: it can be brought back for a part of it */
export const LOOSE_MS = UNDO_MS + 300_000;
/** an upload that takes longer was left */
export const RECEIVING_MS = 3_600_000;
/** so many bytes at the beginning of a file tell its type */
export const SIGNATURE_BYTES = 16;

const text = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

/** How each type of file begins. */
const SIGNATURES: Record<string, (bytes: Uint8Array) => boolean> = {
  'image/jpeg': (bytes) => text(bytes, 0, 3) === '\xff\xd8\xff',
  'image/png': (bytes) => text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n',
  'image/gif': (bytes) => ['GIF87a', 'GIF89a'].includes(text(bytes, 0, 6)),
  'image/webp': (bytes) => text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP',
  'image/heic': (bytes) => text(bytes, 4, 8) === 'ftyp' && HEIC_BRANDS.has(text(bytes, 8, 12)),
  'application/pdf': (bytes) => text(bytes, 0, 5) === '%PDF-',
};
export const ATTACHMENT_TYPES: readonly string[] = Object.keys(SIGNATURES);

/** The type of a file by its beginning; undefined when it is none that may be attached. */
export function typeOfFile(beginning: Uint8Array): string | undefined {
  return ATTACHMENT_TYPES.find((type) => SIGNATURES[type]?.(beginning));
}
