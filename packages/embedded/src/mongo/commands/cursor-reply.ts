import type { Batch } from '../engine/cursors.ts';

const DOCUMENT = 3;
const ARRAY = 4;

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}

function element(type: number, name: string, ...content: Uint8Array[]): Buffer {
  return Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\0`), ...content]);
}

function document(...elements: Uint8Array[]): Buffer {
  const size = 5 + elements.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([int32(size), ...elements, Buffer.alloc(1)]);
}

function int64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(value);
  return bytes;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(`${value}\0`);
  return Buffer.concat([int32(bytes.length), bytes]);
}

/** `{ cursor: { <batchName>: [...], id, ns }, ok: 1 }` put together from documents that are BSON already. */
export function cursorReply(batchName: 'firstBatch' | 'nextBatch', ns: string, batch: Batch): Uint8Array {
  const items: Uint8Array[] = [];
  for (const [i, doc] of batch.docs.entries()) {
    items.push(Buffer.from(`\x03${String(i)}\0`), doc);
  }
  const cursor = document(
    element(ARRAY, batchName, document(...items)),
    element(0x12, 'id', int64(batch.cursorId)),
    element(2, 'ns', text(ns)),
  );
  const one = Buffer.alloc(8);
  one.writeDoubleLE(1);
  return document(element(DOCUMENT, 'cursor', cursor), element(1, 'ok', one));
}
