import { FlorinError } from '@florin/errors';
import { type Tag, distinctTags, requireFewTags, tagsOf } from '../../domain/filing/tag.ts';
import { NO_LABELS, type Labels } from '../../domain/transaction.ts';
import { MAX_TAGS } from '../../domain/limits.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

/**
 * Makes the tags that the person does not have yet, and returns the names of all as they are written. Throws LIMIT_EXCEEDED
 * beyond 500; requests at the same moment may pass it by a few, since they don't wait for each other.
 */
export async function provideTags(
  { clock, newId }: Pick<Deps, 'clock' | 'newId'>,
  tx: Pick<Tx, 'tags'>,
  ownerId: string,
  names: readonly string[],
): Promise<string[]> {
  if (names.length === 0) return [];
  const known = await tx.tags.byNames(ownerId, names);
  const has = new Set(known.map(({ name }) => name.toLowerCase()));
  // one order, so that two that make the same ones don't wait for each other
  const missing = distinctTags(names)
    .filter((name) => !has.has(name.toLowerCase()))
    .sort();
  if (missing.length === 0) return namesOf(known);
  if ((await tx.tags.count(ownerId)) + missing.length > MAX_TAGS) {
    throw new FlorinError('LIMIT_EXCEEDED', `There are at most ${MAX_TAGS} tags`, { meta: { maximum: MAX_TAGS } });
  }
  const now = clock();
  await tx.tags.insert(missing.map((name) => ({ id: newId(), ownerId, name, createdAt: now, updatedAt: now })));
  return namesOf(await tx.tags.byNames(ownerId, names));
}

/** In the order in which rows show them. */
const namesOf = (tags: readonly Tag[]): string[] =>
  tags.map(({ name }) => name).toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
/**
 * The same for what is said of a row and its parts, beside what it keeps; a part has none that its row has. Throws
 * INVALID_ARGUMENT on `splits` for more than 20.
 */
export async function provideLabels<T extends Partial<Labels>>(
  deps: Pick<Deps, 'clock' | 'newId'>,
  tx: Pick<Tx, 'tags'>,
  ownerId: string,
  given: T,
  kept: Pick<Labels, 'tags' | 'splits'> = NO_LABELS,
): Promise<T> {
  const { tags, splits } = given;
  if (!tags && !splits) return given;
  requireFewTags({ tags: tags ?? kept.tags, splits: splits ?? kept.splits });
  const names = await provideTags(deps, tx, ownerId, tagsOf([{ tags: tags ?? [], splits: splits ?? [] }]));
  const written = (asked: readonly string[] = []) =>
    names.filter((name) => asked.some((each) => each.toLowerCase() === name.toLowerCase()));
  const whole = new Set((tags ?? kept.tags).map((name) => name.toLowerCase()));
  const ofPart = (asked?: readonly string[]) => written(asked).filter((name) => !whole.has(name.toLowerCase()));
  return {
    ...given,
    ...(tags && { tags: written(tags) }),
    ...(splits && { splits: splits.map((each) => ({ ...each, tags: ofPart(each.tags) })) }),
  };
}
