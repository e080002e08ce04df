import { DEFAULT_CATEGORIES } from '../../domain/category.ts';
import type { Deps } from '../index.ts';

export type GiveCategories = Pick<Deps, 'transact' | 'known' | 'clock' | 'newId'>;

/** Gives the person the default categories, once: a deleted one does not come back. */
export async function giveCategories(
  { transact, known, clock, newId }: GiveCategories,
  ownerId: string,
): Promise<void> {
  if (known.categories.has(ownerId)) return;
  await transact(async (tx) => {
    const now = clock();
    if (!(await tx.owners.markSeeded(ownerId, now))) return;
    const own = { ownerId, archived: false, mergedInto: null, createdAt: now, updatedAt: now };
    await tx.categories.insert(DEFAULT_CATEGORIES.map((seed) => ({ id: newId(), ...seed, ...own })));
  });
  known.categories.add(ownerId);
}
