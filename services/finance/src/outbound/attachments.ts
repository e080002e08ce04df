import type { Clock } from '@florin/service-kit';
import type { AttachmentFiles } from '../app/attachments/ports.ts';
import { createAttachmentBucket } from './attachment-bucket.ts';
import { createAttachmentFolder } from './attachment-folder.ts';

interface Settings {
  ATTACHMENT_BYTES_PER_PERSON: number;
  ATTACHMENTS_DIR: string;
  S3_ENDPOINT?: string | undefined;
  S3_BUCKET?: string | undefined;
  S3_REGION: string;
  S3_ACCESS_KEY?: string | undefined;
  S3_SECRET_KEY?: string | undefined;
}

export const createAttachments = (settings: Settings, clock: Clock) => ({
  attachmentFiles: createFiles(settings, clock),
  attachmentBytes: settings.ATTACHMENT_BYTES_PER_PERSON,
});

/** A bucket where there is one, else a folder. */
function createFiles(settings: Settings, clock: Clock): AttachmentFiles {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey } = settings;
  if (!endpoint || !bucket || !accessKey || !secretKey) return createAttachmentFolder(settings.ATTACHMENTS_DIR);
  return createAttachmentBucket({ endpoint, bucket, region: settings.S3_REGION, accessKey, secretKey }, clock);
}
