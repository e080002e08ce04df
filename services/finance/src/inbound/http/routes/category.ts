import { route, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import {
  categoriesFilter,
  categoryChangesBody,
  categoryReply,
  idParams,
  mergeBody,
  newCategoryBody,
} from '../schemas.ts';
import { categoryView } from '../views.ts';
import { byOrder, created, orderRoute, resourceRoutes } from './resource.ts';

export function categoryRoutes(useCases: UseCases): Route[] {
  const own = resourceRoutes({
    tag: 'categories',
    schema: categoryReply,
    view: categoryView,
    lead: byOrder,
    time: ({ createdAt }) => createdAt,
    create: {
      summary: 'Make a category, of the first level or under one of it',
      body: newCategoryBody,
      errors: ['NOT_FOUND', 'CONFLICT', 'LIMIT_EXCEEDED'],
      run: (order) => useCases.createCategory({ ...order, uniqueName: true }),
    },
    list: {
      summary: 'Own categories of both levels, in their order, then oldest first',
      filter: categoriesFilter,
      run: useCases.listCategories,
    },
    get: { summary: 'One category', errors: ['NOT_FOUND'], run: useCases.getCategory },
    change: {
      summary: 'Change a category or move it; its type only while nothing is filed under it',
      body: categoryChangesBody,
      errors: ['NOT_FOUND', 'CONFLICT'],
      run: (order) => useCases.updateCategory({ ...order, uniqueName: true }),
    },
    remove: {
      summary: 'Delete a category; what is filed under it keeps it, categories under it come to the first level',
      errors: ['NOT_FOUND'],
      run: useCases.deleteCategory,
    },
  });
  return [...own, mergeRoute(useCases), orderRoute('categories', useCases.orderCategories)];
}

function mergeRoute({ mergeCategory }: UseCases): Route {
  return route({
    tag: 'categories',
    access: 'user',
    method: 'post',
    path: '/v1/categories/:id/merge',
    summary: 'Move everything under a category to another of its type, and delete it',
    params: idParams,
    body: mergeBody,
    idempotent: true,
    reply: { status: 200, schema: categoryReply },
    errors: ['NOT_FOUND'],
    handler: async ({ params, body, identity: { userId: ownerId }, idempotencyKey: key }) => ({
      ...created(await mergeCategory({ ownerId, key, id: params.id, intoId: body.into }), categoryView),
      status: 200,
    }),
  });
}
