import type { UseCases } from '../../app/index.ts';
import { MOST_CATEGORIES } from '../../app/limits.ts';
import { NAME, categoryTypeOf, idOf, keyOf, optionalText, ownerOf, queryOf, textOf } from './input.ts';
import { toCategory } from './mapping.ts';
import type { Methods } from './methods.ts';

type CategoryMethods = Pick<
  Methods,
  'listCategories' | 'queryCategories' | 'getCategory' | 'createCategory' | 'updateCategory' | 'deleteCategory'
>;
const ICON = [1, 40] as const;

export function categoryMethods(useCases: UseCases): CategoryMethods {
  return {
    listCategories: async (request) => {
      const categories = await useCases.listCategories(ownerOf(request), {}, { limit: MOST_CATEGORIES });
      return { categories: categories.map(toCategory) };
    },
    queryCategories: async (request) => {
      const { rows, total } = await useCases.queryCategories(ownerOf(request), queryOf(request.query));
      return { categories: rows.map(toCategory), total };
    },
    getCategory: async (request) => ({
      category: toCategory(await useCases.getCategory(ownerOf(request), idOf(request.categoryId, 'Category'))),
    }),
    createCategory: async (request) => {
      const input = {
        name: textOf(request.name, 'name', NAME),
        type: categoryTypeOf(request.type),
        icon: request.icon === '' ? 'wallet' : textOf(request.icon, 'icon', ICON),
      };
      const { category } = await useCases.createCategory(ownerOf(request), input, keyOf(request));
      return { category: toCategory(category) };
    },
    updateCategory: async (request) => {
      const changes = {
        name: optionalText(request.name, 'name', NAME),
        type: request.type === undefined ? undefined : categoryTypeOf(request.type),
        icon: optionalText(request.icon, 'icon', ICON),
      };
      const id = idOf(request.categoryId, 'Category');
      return { category: toCategory(await useCases.updateCategory(ownerOf(request), id, changes)) };
    },
    deleteCategory: async (request) => {
      await useCases.deleteCategory(ownerOf(request), idOf(request.categoryId, 'Category'));
      return {};
    },
  };
}
