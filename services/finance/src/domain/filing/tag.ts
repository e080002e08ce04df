import { invalidField } from '@florin/errors';

/** A word of a person's own that any number of their transactions carry. */
export interface Tag {
  id: string;
  ownerId: string;
  name: string;
  createdAt: Date;
  updatedAt: Date;
}

/** How many a transaction may have. */
export const MAX_TAGS_OF_ROW = 20;

export interface TagChanges {
  addTags?: readonly string[] | undefined;
  removeTags?: readonly string[] | undefined;
}

/** Names that differ in case alone are one tag. */
const isSame = (name: string) => (other: string) => other.toLowerCase() === name.toLowerCase();

/** The names, each once. */
export function distinctTags(names: readonly string[]): string[] {
  return names.filter((name, index) => names.findIndex(isSame(name)) === index);
}

/** What a row's tags become. Throws INVALID_ARGUMENT on `addTags` beyond 20. */
export function tagsAfter(tags: readonly string[], { addTags = [], removeTags = [] }: TagChanges): string[] {
  const kept = tags.filter((tag) => !removeTags.some(isSame(tag)));
  const next = distinctTags([...kept, ...addTags]);
  if (next.length > MAX_TAGS_OF_ROW && next.length > tags.length) {
    throw invalidField('addTags', `a transaction has at most ${MAX_TAGS_OF_ROW} tags`);
  }
  return next;
}

interface Tagged {
  tags: readonly string[];
  splits: readonly { tags?: readonly string[] | undefined }[];
}

/** All tags of rows and of their parts, each once. */
export function tagsOf(rows: readonly Tagged[]): string[] {
  return distinctTags(rows.flatMap(({ tags, splits }) => [...tags, ...splits.flatMap((split) => split.tags ?? [])]));
}

/** Throws INVALID_ARGUMENT on `splits` when a row and its parts have more than 20 together. */
export function requireFewTags(row: Tagged): void {
  if (tagsOf([row]).length <= MAX_TAGS_OF_ROW) return;
  throw invalidField('splits', `a transaction has at most ${MAX_TAGS_OF_ROW} tags, those of its parts included`);
}

export function areSameTags(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((tag) => others.some(isSame(tag)));
}
