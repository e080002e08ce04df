import { LOOSE_MS, RECEIVING_MS } from '../../domain/filing/attachment.ts';
import type { Deps } from '../index.ts';

/**
 * Deletes the bytes of attachments that were taken away, whose row was deleted and can't come back, or whose upload was
 * left, at most so many; returns how many. The bytes go first: what fails between the two is done again.
 */
export async function forgetAttachments(
  { stores, attachmentFiles, clock }: Pick<Deps, 'stores' | 'attachmentFiles' | 'clock'>,
  maximum: number,
): Promise<number> {
  const now = clock().getTime();
  const before = { begun: new Date(now - RECEIVING_MS), deleted: new Date(now - LOOSE_MS) };
  const ids = await stores.attachments.forgettable(before, maximum);
  for (const id of ids) await attachmentFiles.remove(id);
  await stores.attachments.remove(ids);
  return ids.length;
}
