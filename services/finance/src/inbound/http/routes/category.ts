import type { Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { categoriesFilter, categoryChangesBody, categoryReply, newCategoryBody } from '../schemas.ts';
import { categoryView } from '../views.ts';
import { resourceRoutes } from './resource.ts';

export function categoryRoutes(useCases: UseCases): Route[] {
  return resourceRoutes({
    tag: 'categories',
    schema: categoryReply,
    view: categoryView,
    time: ({ createdAt }) => createdAt,
    create: {
      summary: 'Make a category',
      body: newCategoryBody,
      errors: ['LIMIT_EXCEEDED'],
      run: useCases.createCategory,
    },
    list: { summary: 'Own categories, oldest first', filter: categoriesFilter, run: useCases.listCategories },
    get: { summary: 'One category', errors: ['NOT_FOUND'], run: useCases.getCategory },
    change: {
      summary: 'Change a category; its type only while nothing is filed under it',
      body: categoryChangesBody,
      errors: ['NOT_FOUND', 'CONFLICT'],
      run: useCases.updateCategory,
    },
    remove: {
      summary: 'Delete a category; what is filed under it keeps it',
      errors: ['NOT_FOUND'],
      run: useCases.deleteCategory,
    },
  });
}
