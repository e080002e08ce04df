import { uuid } from '@florin/service-kit';
import { z } from 'zod';
import { ATTACHMENT_TYPES } from '../../../domain/filing/attachment.ts';

export const attachmentParams = z.object({ id: uuid, attachmentId: uuid });
export const attachmentReply = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.enum(ATTACHMENT_TYPES).describe('by what stands in the file'),
  bytes: z.int(),
  createdAt: z.iso.datetime(),
});
export const attachmentsReply = z.object({ data: z.array(attachmentReply) });
