import { notFound } from '@florin/errors';
import type { Attachment } from '../../domain/filing/attachment.ts';
import type { Deps } from '../index.ts';

interface GetAttachment {
  ownerId: string;
  transactionId: string;
  id: string;
}

/** One attachment and its bytes. Throws NOT_FOUND, also for another person's or one of a deleted row; UNAVAILABLE. */
export async function getAttachment(
  { stores, attachmentFiles }: Pick<Deps, 'stores' | 'attachmentFiles'>,
  { ownerId, transactionId, id }: GetAttachment,
): Promise<{ attachment: Attachment; bytes: AsyncIterable<Uint8Array> }> {
  if (!(await stores.transactions.find(ownerId, transactionId))) throw notFound('Transaction');
  const attachment = await stores.attachments.find(ownerId, transactionId, id);
  const bytes = attachment && (await attachmentFiles.get(id));
  if (!bytes) throw notFound('Attachment');
  return { attachment, bytes };
}
