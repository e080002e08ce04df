import type { Tag } from '../../domain/filing/tag.ts';
import type { Stores } from '../ports.ts';

/** A tag and how many posted rows have it, themselves or in a part. */
export type CountedTag = Tag & { count: number };

/** Adds to tags of one person how many rows each has, in one query. */
export async function countTags({ tags }: Pick<Stores, 'tags'>, all: readonly Tag[]): Promise<CountedTag[]> {
  const [first] = all;
  if (!first) return [];
  const counts = await tags.counts(
    first.ownerId,
    all.map(({ id }) => id),
  );
  return all.map((tag) => ({ ...tag, count: counts.get(tag.id) ?? 0 }));
}

/** The same of one tag. */
export async function countTag(stores: Pick<Stores, 'tags'>, tag: Tag): Promise<CountedTag> {
  return { ...tag, count: (await stores.tags.counts(tag.ownerId, [tag.id])).get(tag.id) ?? 0 };
}
