import { tagsOf } from '../../domain/filing/tag.ts';
import type { Labels } from '../../domain/transaction.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

type Tagged = Partial<Pick<Labels, 'tags' | 'splits'>> & { ownerId: string };

/**
 * Makes the tags of rows anew that got another name, or became part of another, while the rows' money was under way, and keeps
 * all of them till the rows are there. The money has moved, so no limit is looked at.
 */
export async function keepTags(
  { clock, newId }: Pick<Deps, 'clock' | 'newId'>,
  tx: Pick<Tx, 'tags'>,
  rows: readonly Tagged[],
): Promise<void> {
  const now = clock();
  const tags = [...Map.groupBy(rows, ({ ownerId }) => ownerId)].flatMap(([ownerId, own]) =>
    tagsOf(own.map(({ tags: whole = [], splits = [] }) => ({ tags: whole, splits }))).map((name) => ({
      id: newId(),
      ownerId,
      name,
      createdAt: now,
      updatedAt: now,
    })),
  );
  if (tags.length > 0) await tx.tags.keep(tags);
}
