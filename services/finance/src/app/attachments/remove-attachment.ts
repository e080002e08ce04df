import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';

interface RemoveAttachment {
  ownerId: string;
  transactionId: string;
  id: string;
}

/** Takes an attachment away for good; its bytes are deleted within a minute or so. Throws NOT_FOUND. */
export async function removeAttachment(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, transactionId, id }: RemoveAttachment,
): Promise<void> {
  if (!(await stores.transactions.find(ownerId, transactionId))) throw notFound('Transaction');
  if (!(await stores.attachments.find(ownerId, transactionId, id))) throw notFound('Attachment');
  await stores.attachments.discard(ownerId, id);
}
