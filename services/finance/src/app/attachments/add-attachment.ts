import { createHash } from 'node:crypto';
import { FlorinError, invalidField, notFound } from '@florin/errors';
import {
  type Attachment,
  MAX_ATTACHMENTS_OF_ROW,
  MAX_ATTACHMENT_BYTES,
  SIGNATURE_BYTES,
  typeOfFile,
} from '../../domain/filing/attachment.ts';
import { requireRoom } from '../../domain/limits.ts';
import type { Deps } from '../index.ts';
import { type Actor, requireWriter } from '../members/require-writer.ts';
import type { Keyed, Once, Tx } from '../ports.ts';

interface NewAttachment {
  transactionId: string;
  name: string;
  /** how many bytes are to come */
  size: number;
  bytes: AsyncIterable<Uint8Array>;
}

/**
 * Takes a file in for a transaction. Its entry is there before its bytes are, so that none are ever left over. A repeat with
 * the same key and file gets the first one. Throws NOT_FOUND, INVALID_ARGUMENT for a file of another type, PAYLOAD_TOO_LARGE,
 * LIMIT_EXCEEDED, IDEMPOTENCY_MISMATCH, UNAVAILABLE.
 */
export async function addAttachment(
  deps: Deps,
  { ownerId, actorId, key, bytes, ...order }: Keyed<NewAttachment>,
): Promise<Once<Attachment>> {
  const { stores, attachmentFiles } = deps;
  const { transactionId, name, size } = order;
  if (!Number.isSafeInteger(size) || size <= 0)
    throw invalidField('', 'the file is empty, or its Content-Length missing');
  if (size > MAX_ATTACHMENT_BYTES) {
    throw new FlorinError('PAYLOAD_TOO_LARGE', `An attachment has at most ${MAX_ATTACHMENT_BYTES} bytes`);
  }
  const id = await begin(deps, { ownerId, actorId }, order);
  try {
    const hash = createHash('sha256');
    const { type, whole } = await typed(bytes);
    await attachmentFiles.put(id, hashed(whole, hash), size);
    const { body, replayed } = await deps.once(
      { scope: `${actorId ?? ownerId} attach`, key, request: { transactionId, name, hash: hash.digest('hex') } },
      async (tx) => {
        await requireRow(tx, { ownerId, actorId }, transactionId);
        await tx.attachments.keep(ownerId, id, type);
        return id;
      },
    );
    if (replayed) await stores.attachments.discard(ownerId, id);
    const kept = await stores.attachments.find(ownerId, transactionId, body);
    if (!kept) throw notFound('Attachment');
    return { body: kept, replayed };
  } catch (error) {
    // what stays is forgotten in an hour
    await stores.attachments.discard(ownerId, id).catch(() => undefined);
    throw error;
  }
}

async function begin(deps: Deps, actor: Actor, order: Omit<NewAttachment, 'bytes'>): Promise<string> {
  const { transact, clock, newId, attachmentBytes } = deps;
  const { transactionId, name, size } = order;
  const { ownerId } = actor;
  return transact(async (tx) => {
    await requireRow(tx, actor, transactionId);
    await tx.owners.lock(ownerId);
    const usage = await tx.attachments.usage(ownerId, transactionId);
    requireRoom(usage.ofRow, MAX_ATTACHMENTS_OF_ROW, 'attachments of a transaction');
    if (usage.bytes + BigInt(size) > BigInt(attachmentBytes)) {
      const message = `All attachments together have at most ${attachmentBytes} bytes`;
      throw new FlorinError('LIMIT_EXCEEDED', message, { meta: { maximum: attachmentBytes } });
    }
    const id = newId();
    const entry = { id, ownerId, transactionId, name, type: '', bytes: BigInt(size), createdAt: clock() };
    await tx.attachments.insert({ ...entry, state: 'receiving' });
    return id;
  });
}

/** Throws NOT_FOUND, and FORBIDDEN for a member who may not write. */
async function requireRow(tx: Tx, actor: Actor, transactionId: string): Promise<void> {
  const row = await tx.transactions.find(actor.ownerId, transactionId);
  if (!row) throw notFound('Transaction');
  await requireWriter(tx, actor, row.walletId);
}

/** Reads the beginning, which tells the type, and gives the whole. */
async function typed(bytes: AsyncIterable<Uint8Array>): Promise<{ type: string; whole: AsyncIterable<Uint8Array> }> {
  const rest = bytes[Symbol.asyncIterator]();
  let beginning = Buffer.alloc(0);
  while (beginning.length < SIGNATURE_BYTES) {
    const next = await rest.next();
    if (next.done) break;
    beginning = Buffer.concat([beginning, next.value]);
  }
  const type = typeOfFile(beginning);
  if (type === undefined) {
    await rest.return?.();
    throw invalidField('', 'must be a JPEG, PNG, GIF, WebP or HEIC image, or a PDF');
  }
  return { type, whole: following(beginning, rest) };
}

async function* following(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* hashed(
  bytes: AsyncIterable<Uint8Array>,
  hash: { update(piece: Uint8Array): unknown },
): AsyncIterable<Uint8Array> {
  for await (const piece of bytes) {
    hash.update(piece);
    yield piece;
  }
}
