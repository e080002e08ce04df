import { deserialize } from 'bson';
import { MAX_MESSAGE_BYTES } from './limits.ts';
import type { Doc } from './values/doc.ts';

export const HEADER_BYTES = 16;
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** Of the lower 16 flag bits, which a server must know, those we do. */
const KNOWN_FLAGS = CHECKSUM_PRESENT | MORE_TO_COME;

/** What makes a connection end: after it nobody knows where the next message begins. */
export class ProtocolError extends Error {}

export interface Request {
  readonly requestId: number;
  readonly style: 'msg' | 'query';
  readonly body: Doc;
  /** The client waits for no answer (write concern 0). */
  readonly silent: boolean;
}

/** The length of the message whose header begins at 0; throws when no sane message has it. */
export function messageLength(header: Buffer): number {
  const length = header.readInt32LE(0);
  if (length < HEADER_BYTES + 5 || length > MAX_MESSAGE_BYTES)
    throw new ProtocolError(`message length ${String(length)}`);
  return length;
}

function readDocument(message: Buffer, offset: number): { doc: Doc; end: number } {
  const size = offset + 4 <= message.length ? message.readInt32LE(offset) : -1;
  if (size < 5 || offset + size > message.length) throw new ProtocolError('a document leaves its message');
  return { doc: deserialize(message.subarray(offset, offset + size)), end: offset + size };
}

function readCString(message: Buffer, offset: number): { text: string; end: number } {
  const end = message.indexOf(0, offset);
  if (end < 0) throw new ProtocolError('a name without end');
  return { text: message.toString('utf8', offset, end), end: end + 1 };
}

function readSequence(message: Buffer, offset: number, body: Doc): number {
  const end = offset + (offset + 4 <= message.length ? message.readInt32LE(offset) : 0);
  if (end <= offset + 4 || end > message.length) throw new ProtocolError('a document sequence leaves its message');
  const name = readCString(message, offset + 4);
  const docs: Doc[] = [];
  let at = name.end;
  while (at < end) {
    const item = readDocument(message, at);
    docs.push(item.doc);
    at = item.end;
  }
  if (at !== end || Object.hasOwn(body, name.text)) throw new ProtocolError('a malformed document sequence');
  body[name.text] = docs;
  return end;
}

function readMsg(message: Buffer): Pick<Request, 'body' | 'silent'> {
  const flags = message.readUInt32LE(HEADER_BYTES);
  if ((flags & 0xffff & ~KNOWN_FLAGS) !== 0) throw new ProtocolError('unknown required flag');
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  const content = message.subarray(0, end);
  const sequences: number[] = [];
  let body: Doc | undefined;
  let at = HEADER_BYTES + 4;
  while (at < end) {
    const kind = content.readUInt8(at);
    at += 1;
    if (kind === 0 && body === undefined) {
      const read = readDocument(content, at);
      [body, at] = [read.doc, read.end];
    } else if (kind === 1 && at + 4 <= end) {
      sequences.push(at);
      at += Math.max(5, content.readInt32LE(at));
    } else throw new ProtocolError(`unexpected section of kind ${String(kind)}`);
  }
  if (!body || at !== end) throw new ProtocolError('a message without a body');
  for (const offset of sequences) readSequence(content, offset, body);
  return { body, silent: (flags & MORE_TO_COME) !== 0 };
}

function readQuery(message: Buffer): Pick<Request, 'body' | 'silent'> {
  const name = readCString(message, HEADER_BYTES + 4);
  const { doc } = readDocument(message, name.end + 8);
  return { body: { ...doc, $db: name.text.split('.')[0] }, silent: false };
}

/** One whole message as a request; throws ProtocolError for anything but OP_MSG and OP_QUERY. */
export function decodeMessage(message: Buffer): Request {
  const [requestId, opCode] = [message.readInt32LE(4), message.readInt32LE(12)];
  try {
    if (opCode === OP_MSG) return { requestId, style: 'msg', ...readMsg(message) };
    if (opCode === OP_QUERY) return { requestId, style: 'query', ...readQuery(message) };
  } catch (error) {
    // bson's complaints, reads beyond the end and stack overflows by nesting: all say that this is no message.
    throw error instanceof ProtocolError ? error : new ProtocolError((error as Error).message);
  }
  throw new ProtocolError(`operation ${String(opCode)}`);
}

function header(length: number, responseTo: number, opCode: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(responseTo, 4);
  bytes.writeInt32LE(responseTo, 8);
  bytes.writeInt32LE(opCode, 12);
  return bytes;
}

/** The reply to a request in the request's own style; `raw` is a document's BSON. */
export function encodeReply(request: Pick<Request, 'requestId' | 'style'>, raw: Uint8Array): Buffer {
  if (request.style === 'msg') {
    const head = header(HEADER_BYTES + 5 + raw.length, request.requestId, OP_MSG);
    return Buffer.concat([head, Buffer.alloc(5), raw]);
  }
  const fields = Buffer.alloc(20);
  fields.writeInt32LE(8, 0);
  fields.writeInt32LE(1, 16);
  return Buffer.concat([header(HEADER_BYTES + 20 + raw.length, request.requestId, OP_REPLY), fields, raw]);
}
