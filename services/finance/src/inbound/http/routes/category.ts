import { route, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import {
  categoriesFilter,
  categoryChangesBody,
  categoryReply,
  idParams,
  mergeBody,
  newCategoryBody,
  tagBody,
  tagReply,
  tagsFilter,
} from '../schemas.ts';
import { categoryView, tagView } from '../views.ts';
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

export function tagRoutes(useCases: UseCases): Route[] {
  const own = resourceRoutes({
    tag: 'tags',
    schema: tagReply,
    view: tagView,
    time: ({ createdAt }) => createdAt,
    create: {
      summary: 'Make a tag; using a new one in a transaction makes it, too',
      body: tagBody,
      errors: ['CONFLICT', 'LIMIT_EXCEEDED'],
      run: useCases.createTag,
    },
    list: {
      summary: 'Own tags with how many transactions have each, oldest first',
      filter: tagsFilter,
      run: useCases.listTags,
    },
    get: { summary: 'One tag', errors: ['NOT_FOUND'], run: useCases.getTag },
    change: {
      summary: 'Rename a tag in all its transactions',
      body: tagBody,
      errors: ['NOT_FOUND', 'CONFLICT'],
      run: useCases.renameTag,
    },
    remove: {
      summary: 'Delete a tag; its transactions stay. Refused while a budget is over it alone',
      errors: ['NOT_FOUND', 'CONFLICT'],
      run: useCases.deleteTag,
    },
  });
  const merge = route({
    tag: 'tags',
    access: 'user',
    method: 'post',
    path: '/v1/tags/:id/merge',
    summary: 'Give every transaction of a tag, and every budget over it, another one, and delete it',
    params: idParams,
    body: mergeBody,
    idempotent: true,
    reply: { status: 200, schema: tagReply },
    errors: ['NOT_FOUND'],
    handler: async ({ params, body, identity: { userId: ownerId }, idempotencyKey: key }) => ({
      ...created(await useCases.mergeTag({ ownerId, key, id: params.id, intoId: body.into }), tagView),
      status: 200,
    }),
  });
  return [...own, merge];
}
