import { textFault } from '@florin/service-kit';
import type { Category, CategoryType } from '../../domain/category.ts';
import type { Import } from '../../domain/imports/import.ts';
import { MAX_CATEGORIES } from '../../domain/limits.ts';
import type { Deps } from '../index.ts';
import type { Filing } from '../imports/ports.ts';
import type { Tx } from '../ports.ts';

const DEFAULTS = { income: 'other-income', expense: 'other-expense' } as const;

/**
 * The categories that rows go under: the one whose name the file gives, which is made when there is none and there is room,
 * else the one for what has no other. The owner must be locked.
 */
export async function findCategories(
  { clock, newId }: Pick<Deps, 'clock' | 'newId'>,
  tx: Tx,
  { id, ownerId }: Pick<Import, 'id' | 'ownerId'>,
): Promise<Filing> {
  const own = (await tx.categories.list(ownerId, {}, { limit: MAX_CATEGORIES })).slice(0, MAX_CATEGORIES);
  let room = MAX_CATEGORIES - (await tx.categories.count(ownerId));
  const order = await tx.categories.lastOrder(ownerId);
  const named: Filing['named'] = [];
  for (const { name, type } of await tx.importRows.categoriesOfNew(id)) {
    let category = categoryNamed(own, name, type);
    if (!category && room > 0 && textFault(name) === undefined) {
      const now = clock();
      category = {
        ...{ id: newId(), ownerId, name, type, icon: 'wallet', colour: null, parentId: null, order },
        ...{ slug: null, archived: false, mergedInto: null, createdAt: now, updatedAt: now },
      };
      await tx.categories.insert([category]);
      own.push(category);
      room -= 1;
    }
    if (category) named.push({ name, type, categoryId: category.id });
  }
  return { named, income: await defaultOf(tx, ownerId, 'income'), expense: await defaultOf(tx, ownerId, 'expense') };
}

/** Of the same type, else of the other one, as money back is; also where only the part behind the last colon is the name. */
function categoryNamed(own: readonly Category[], name: string, type: CategoryType): Category | undefined {
  for (const text of new Set([name, name.split(':').at(-1)?.trim() ?? ''])) {
    const named = own.filter((each) => each.type !== 'debt' && each.name.toLowerCase() === text.toLowerCase());
    const [first] = text === '' ? [] : [...named.filter((each) => each.type === type), ...named];
    if (first) return first;
  }
  return undefined;
}

async function defaultOf(tx: Tx, ownerId: string, type: 'income' | 'expense'): Promise<string> {
  const [found] = await tx.categories.bySlugs([{ ownerId, slug: DEFAULTS[type] }]);
  const into = found?.mergedInto ? await tx.categories.find(ownerId, found.mergedInto) : undefined;
  const category = into ?? found;
  if (!category) throw new Error(`${ownerId} has no category ${DEFAULTS[type]}`);
  return category.id;
}
