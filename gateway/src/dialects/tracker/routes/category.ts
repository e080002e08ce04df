import { dialectRoute, type DialectRoute } from '../../dialect.ts';
import { requireAll } from '../errors.ts';
import { categoryBody, categoryChanges, idParams } from '../schemas.ts';
import {
  ACCESS_ERRORS,
  CREATED,
  UPDATED,
  categoryView,
  documented,
  documentedError,
  sent,
  shortCategoryView,
  success,
} from '../views.ts';
import { missing, rowRoutes } from './row.ts';

const common = { tag: 'Categories', access: 'session' } as const;
const PATH = '/api/v1/finance/category';

const SHORT = { id: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a5', type: 'EXPENSE', name: 'Coffee', icon: 'wallet' };
const EXAMPLE = { ...SHORT, createdAt: '2026-11-21T09:00:00.000Z', updatedAt: '2026-11-21T09:00:00.000Z' };
const MISSING = missing('category');

/** Categories: INCOME, EXPENSE, DEBT. */
export const categoryRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'POST',
    path: PATH,
    summary: 'Make a category',
    ...common,
    once: true,
    body: categoryBody,
    example: { name: 'Coffee', type: 'EXPENSE', icon: 'wallet' },
    replies: { 200: documented(CREATED, EXAMPLE), 400: documentedError('Type is required'), ...ACCESS_ERRORS },
    handler: async ({ body, session, idempotencyKey }, { clients }) => {
      const { name, type, icon } = body;
      requireAll({ Name: name, Type: type });
      const made = await clients.finance.createCategory({
        userId: session.identity.userId,
        name,
        type: type.toLowerCase(),
        icon,
        idempotencyKey,
      });
      return success(CREATED, categoryView(sent(made.category)));
    },
  }),
  ...rowRoutes({
    path: PATH,
    tag: common.tag,
    one: 'category',
    many: 'categories',
    filters: ['name', 'type'],
    example: EXAMPLE,
    short: SHORT,
    page: async (clients, userId, query) => {
      const { categories, total } = await clients.finance.queryCategories({ userId, query });
      return { rows: categories.map(categoryView), total };
    },
    all: async (clients, userId) =>
      (await clients.finance.listCategories({ userId })).categories.map(shortCategoryView),
    byId: async (clients, userId, id) =>
      categoryView(sent((await clients.finance.getCategory({ userId, categoryId: id })).category)),
    remove: (clients, { id, ...owner }) => clients.finance.deleteCategory({ categoryId: id, ...owner }),
    removal: '; what is filed under it stays',
  }),
  dialectRoute({
    method: 'PUT',
    path: `${PATH}/:id`,
    summary: 'Change a category',
    ...common,
    once: true,
    params: idParams,
    body: categoryChanges,
    example: { name: 'Tea', icon: 'cup' },
    replies: { 200: documented(UPDATED, EXAMPLE), 404: MISSING, ...ACCESS_ERRORS },
    handler: async ({ params, body, session, idempotencyKey }, { clients }) => {
      const changed = await clients.finance.updateCategory({
        userId: session.identity.userId,
        categoryId: params.id,
        ...body,
        type: body.type?.trim().toLowerCase(),
        idempotencyKey,
      });
      return success(UPDATED, categoryView(sent(changed.category)));
    },
  }),
];
