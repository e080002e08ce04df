import type { Attachment } from '../../domain/filing/attachment.ts';

export interface AttachmentStore {
  insert(attachment: Attachment): Promise<void>;
  /** Those that are kept, oldest first. */
  list(ownerId: string, transactionId: string): Promise<Attachment[]>;
  find(ownerId: string, transactionId: string, id: string): Promise<Attachment | undefined>;
  /** How many bytes the person has, and how many attachments the row; those on the way count. */
  usage(ownerId: string, transactionId: string): Promise<{ bytes: bigint; ofRow: number }>;
  keep(ownerId: string, id: string, type: string): Promise<void>;
  /** Hides one; its bytes are deleted later. */
  discard(ownerId: string, id: string): Promise<void>;
  discardAll(ownerId: string): Promise<void>;
  /** Those whose bytes may go: discarded ones, uploads begun and rows deleted before these times. */
  forgettable(before: { begun: Date; deleted: Date }, limit: number): Promise<string[]>;
  remove(ids: readonly string[]): Promise<void>;
}

/** Where the bytes are. All throw UNAVAILABLE when it is away. */
export interface AttachmentFiles {
  put(id: string, bytes: AsyncIterable<Uint8Array>, size: number): Promise<void>;
  /** undefined when there are none */
  get(id: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Also when there are none. */
  remove(id: string): Promise<void>;
}
