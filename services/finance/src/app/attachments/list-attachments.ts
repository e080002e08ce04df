import { notFound } from '@florin/errors';
import type { Attachment } from '../../domain/filing/attachment.ts';
import type { Deps } from '../index.ts';

/** What is attached to a transaction, oldest first. Throws NOT_FOUND. */
export async function listAttachments(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, transactionId }: { ownerId: string; transactionId: string },
): Promise<Attachment[]> {
  if (!(await stores.transactions.find(ownerId, transactionId))) throw notFound('Transaction');
  return stores.attachments.list(ownerId, transactionId);
}
