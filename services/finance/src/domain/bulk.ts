import { FlorinError } from '@florin/errors';
import type { CategoryType } from './category.ts';
import { areSameTags, tagsAfter, type TagChanges } from './filing/tag.ts';
import type { Split } from './filing/split.ts';
import type { Filing, Transaction } from './transaction.ts';
import type { Stated } from './time/occurrence.ts';

export const UNDO_MS = 10 * 60_000;

/** What may be said anew of many rows alike. */
const BULK_FIELDS = ['walletId', 'categoryId', 'type', 'date', 'description'] as const;
type BulkField = (typeof BULK_FIELDS)[number];

/** What a row may be told to become. */
type RowChanges = Filing &
  Stated & {
    walletId?: string | undefined;
    categoryId?: string | undefined;
    description?: string | undefined;
    tags?: string[] | undefined;
    splits?: Split[] | undefined;
  };
export type BulkChanges = Pick<RowChanges, BulkField> & TagChanges;

/** What became of a row: the code of its refusal, or null. */
export interface BulkOutcome {
  id: string;
  code: string | null;
}

/** Many rows changed alike or deleted, with the rows as they were: enough to take it back. */
export interface Bulk {
  id: string;
  ownerId: string;
  /** null: they were deleted */
  changes: BulkChanges | null;
  before: Transaction[];
  /** null while it is under way */
  outcomes: BulkOutcome[] | null;
  /** what became of the rows when it was taken back */
  undone: BulkOutcome[] | null;
  undoUntil: Date;
  createdAt: Date;
}

export function undoUntil(now: Date): Date {
  return new Date(now.getTime() + UNDO_MS);
}

/** Throws CONFLICT for one that is under way or too old to be taken back. */
export function requireUndoable(bulk: Bulk, now: Date): BulkOutcome[] {
  if (!bulk.outcomes) throw new FlorinError('CONFLICT', 'The change is still under way; try again in a moment');
  if (now > bulk.undoUntil) throw new FlorinError('CONFLICT', 'A change can be taken back for 10 minutes');
  return bulk.outcomes;
}

/**
 * What brings a changed row back to what it was; null when it is so. Throws CONFLICT when a field has changed once more
 * since: somebody meant that.
 */
export function changesBack(before: Transaction, now: Transaction, changes: BulkChanges): RowChanges | null {
  const fields = BULK_FIELDS.filter((field) => changes[field] !== undefined);
  const isTagged = changes.addTags !== undefined || changes.removeTags !== undefined;
  const isSo = (tags: readonly string[]) => !isTagged || areSameTags(now.tags, tags);
  // a category for a whole row took the place of its parts
  const wasSplit = changes.categoryId !== undefined && before.splits.length > 0;
  const isSplit = now.splits.length > 0;
  if (fields.every((field) => now[field] === before[field]) && isSo(before.tags) && (!wasSplit || isSplit)) return null;
  const isSplitSince = changes.categoryId !== undefined && isSplit;
  const isOther = fields.some((field) => now[field] !== changes[field]) || !isSo(tagsAfter(before.tags, changes));
  if (isSplitSince || isOther) {
    throw new FlorinError('CONFLICT', 'The transaction has been changed since');
  }
  const { walletId, categoryId, description, type, date, occurredAt, direction, timeZone } = before;
  const has = (field: BulkField) => fields.includes(field);
  return {
    ...(has('walletId') ? { walletId } : {}),
    ...(has('categoryId') && categoryId !== null && !wasSplit ? { categoryId } : {}),
    ...(wasSplit ? { splits: before.splits } : {}),
    ...(has('description') ? { description } : {}),
    ...(has('type') ? { type: type as CategoryType, direction } : {}),
    ...(isTagged ? { tags: before.tags } : {}),
    ...(has('date') ? { date, ...(timeZone === null ? {} : { occurredAt }) } : {}),
  };
}
