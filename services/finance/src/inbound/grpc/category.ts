import type { UseCases } from '../../app/index.ts';
import { MAX_CATEGORIES } from '../../domain/limits.ts';
import type { Methods } from './index.ts';
import {
  ICON,
  NAME,
  categoryTypeOf,
  categoryView,
  idOf,
  optionalText,
  orderOf,
  ownerOf,
  queryOf,
  textOf,
} from './mapping.ts';

const own = (request: { userId: string; categoryId: string }) => ({
  ownerId: ownerOf(request),
  id: idOf(request.categoryId, 'Category'),
});

export function categoryMethods(useCases: UseCases) {
  return {
    listCategories: async (request) => {
      const slice = { limit: MAX_CATEGORIES };
      return { categories: (await useCases.listCategories({ ownerId: ownerOf(request), slice })).map(categoryView) };
    },
    queryCategories: async (request) => {
      const { rows, total } = await useCases.queryCategories(queryOf(request));
      return { categories: rows.map(categoryView), total };
    },
    getCategory: async (request) => ({ category: categoryView(await useCases.getCategory(own(request))) }),
    createCategory: async (request) => {
      const category = {
        name: textOf(request.name, 'name', NAME),
        type: categoryTypeOf(request.type),
        icon: request.icon === '' ? 'wallet' : textOf(request.icon, 'icon', ICON),
      };
      return { category: categoryView((await useCases.createCategory({ ...orderOf(request), ...category })).body) };
    },
    updateCategory: async (request) => {
      const changes = {
        name: optionalText(request.name, 'name', NAME),
        type: request.type === undefined ? undefined : categoryTypeOf(request.type),
        icon: optionalText(request.icon, 'icon', ICON),
      };
      return {
        category: categoryView(await useCases.updateCategory({ ...own(request), ...orderOf(request), changes })),
      };
    },
    deleteCategory: async (request) => {
      await useCases.deleteCategory({ ...own(request), ...orderOf(request) });
      return {};
    },
  } satisfies Partial<Methods>;
}
