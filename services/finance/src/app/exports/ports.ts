import type { Attachment } from '../../domain/filing/attachment.ts';
import type { Category } from '../../domain/category.ts';
import type { Wallet } from '../../domain/wallet.ts';

/** A page of a person's own rows, by id: after the last one seen. */
export interface ById {
  limit: number;
  after?: string | undefined;
}

/** What only a full export reads: deleted ones too. */
export interface ExportStore {
  /** Those with an account, of goals too. */
  wallets(ownerId: string, page: ById): Promise<Wallet[]>;
  categories(ownerId: string, page: ById): Promise<Category[]>;
  /** Those that are kept, of posted rows. */
  attachments(ownerId: string, page: ById): Promise<Attachment[]>;
  /** What the owner said about files, by their source. */
  mappings(ownerId: string): Promise<{ source: string; mapping: Record<string, unknown> }[]>;
}
