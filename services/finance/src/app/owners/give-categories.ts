import { defaultCategories } from '../../domain/filing/default-categories.ts';
import type { Deps } from '../index.ts';

export type GiveCategories = Pick<Deps, 'transact' | 'known' | 'preferences' | 'clock' | 'newId'>;

/**
 * Gives the person the default categories in their language, once: a deleted one does not come back. The users service
 * knows the language when `locale` does not tell it; English when that can't be asked.
 */
export async function giveCategories(
  { transact, known, preferences, clock, newId }: GiveCategories,
  ownerId: string,
  locale?: string | null,
): Promise<void> {
  if (known.categories.has(ownerId)) return;
  await transact(async (tx) => {
    const now = clock();
    if (!(await tx.owners.markSeeded(ownerId, now))) return;
    const language =
      locale ??
      (await preferences.of(ownerId).then(
        (own) => own.locale,
        () => null,
      ));
    const own = { ownerId, colour: null, parentId: null, order: 0, archived: false, mergedInto: null };
    const stamps = { createdAt: now, updatedAt: now };
    await tx.categories.insert(
      defaultCategories(language).map((seed) => ({ id: newId(), ...seed, ...own, ...stamps })),
    );
  });
  known.categories.add(ownerId);
}
