import type { Route } from '@florin/service-kit';
import { pageSchema, route } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { created, pageOf, sliceOf } from './paging.ts';
import { renderCategory } from './render.ts';
import { categoriesQuery, categoryChangesBody, categoryReply, idParams, newCategoryBody } from './schemas.ts';

const common = { tag: 'categories', access: 'user' } as const;

export function categoryRoutes(useCases: UseCases): Route[] {
  return [...listRoutes(useCases), ...itemRoutes(useCases)];
}

function listRoutes(useCases: UseCases): Route[] {
  return [
    route({
      ...common,
      method: 'post',
      path: '/v1/categories',
      summary: 'Make a category',
      body: newCategoryBody,
      idempotent: true,
      reply: { status: 201, schema: categoryReply },
      errors: ['LIMIT_EXCEEDED'],
      handler: async ({ body, identity, idempotencyKey }) => {
        const { category, replayed } = await useCases.createCategory(identity.userId, body, idempotencyKey);
        return created(renderCategory(category), replayed);
      },
    }),
    route({
      ...common,
      method: 'get',
      path: '/v1/categories',
      summary: 'Own categories, oldest first',
      query: categoriesQuery,
      reply: { status: 200, schema: pageSchema(categoryReply) },
      handler: async ({ query, identity }) => {
        const categories = await useCases.listCategories(identity.userId, query, sliceOf(query));
        return { body: pageOf(categories, query.limit, ({ createdAt }) => createdAt, renderCategory) };
      },
    }),
  ];
}

function itemRoutes(useCases: UseCases): Route[] {
  return [
    route({
      ...common,
      method: 'get',
      path: '/v1/categories/:id',
      summary: 'One category',
      params: idParams,
      reply: { status: 200, schema: categoryReply },
      errors: ['NOT_FOUND'],
      handler: async ({ params, identity }) => ({
        body: renderCategory(await useCases.getCategory(identity.userId, params.id)),
      }),
    }),
    route({
      ...common,
      method: 'patch',
      path: '/v1/categories/:id',
      summary: 'Change a category; its type only while nothing is filed under it',
      params: idParams,
      body: categoryChangesBody,
      reply: { status: 200, schema: categoryReply },
      errors: ['NOT_FOUND', 'CONFLICT'],
      handler: async ({ params, body, identity }) => ({
        body: renderCategory(await useCases.updateCategory(identity.userId, params.id, body)),
      }),
    }),
    route({
      ...common,
      method: 'delete',
      path: '/v1/categories/:id',
      summary: 'Delete a category; what is filed under it keeps it',
      params: idParams,
      reply: { status: 204 },
      errors: ['NOT_FOUND'],
      handler: async ({ params, identity }) => {
        await useCases.deleteCategory(identity.userId, params.id);
        return {};
      },
    }),
  ];
}
