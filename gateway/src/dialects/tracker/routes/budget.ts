import { dialectRoute, type DialectRoute } from '../../dialect.ts';
import { pickedDays } from '../calls.ts';
import { isAmount, requireAll } from '../errors.ts';
import { budgetBody, budgetChanges, idParams } from '../schemas.ts';
import { ACCESS_ERRORS, CREATED, UPDATED, budgetView, documented, documentedError, sent, success } from '../views.ts';
import { missing, rowRoutes } from './row.ts';

const common = { tag: 'Budgets', access: 'session' } as const;
const PATH = '/api/v1/finance/budget';

const CATEGORY = { id: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a5', type: 'EXPENSE', name: 'Coffee', icon: 'wallet' };
const EXAMPLE = {
  id: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a6',
  categoryId: CATEGORY.id,
  amount: 300_000,
  currency: 'IDR',
  periodStart: '2026-11-01',
  periodEnd: '2026-11-30',
  description: '',
  spent: 100_000,
  remaining: 200_000,
  createdAt: '2026-11-21T09:00:00.000Z',
  updatedAt: '2026-11-21T09:00:00.000Z',
  Category: CATEGORY,
};
const MISSING = missing('budget');

/** Budgets, with what is spent and what remains. */
export const budgetRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'POST',
    path: PATH,
    summary: 'Set a budget on a category',
    ...common,
    once: true,
    body: budgetBody,
    example: { amount: 300_000, periodStart: '2026-11-01', periodEnd: '2026-11-30', categoryId: CATEGORY.id },
    replies: {
      201: documented(CREATED, EXAMPLE),
      400: documentedError('Amount is required'),
      404: documentedError('Category not found'),
      ...ACCESS_ERRORS,
    },
    handler: async ({ body, session, idempotencyKey }, deps) => {
      const { amount, periodStart, periodEnd, categoryId, description } = body;
      const given = isAmount(amount) ? amount : undefined;
      requireAll({ Amount: given, 'Period start': periodStart, 'Period end': periodEnd, Category: categoryId });
      const { userId } = session.identity;
      const days = await pickedDays(deps, userId, { periodStart, periodEnd });
      const made = await deps.clients.finance.createBudget({
        userId,
        amount: given ?? null,
        ...days,
        categoryId,
        description,
        idempotencyKey,
      });
      return success(CREATED, budgetView(sent(made.budget)), 201);
    },
  }),
  ...rowRoutes({
    path: PATH,
    tag: common.tag,
    one: 'budget',
    many: 'budgets',
    filters: ['description', 'amount', 'periodStart', 'periodEnd', 'category'],
    example: EXAMPLE,
    short: EXAMPLE,
    page: async (clients, userId, query) => {
      const { budgets, total } = await clients.finance.queryBudgets({ userId, query });
      return { rows: budgets.map(budgetView), total };
    },
    all: async (clients, userId) => (await clients.finance.listBudgets({ userId })).budgets.map(budgetView),
    byId: async (clients, userId, id) =>
      budgetView(sent((await clients.finance.getBudget({ userId, budgetId: id })).budget)),
    remove: (clients, { id, ...owner }) => clients.finance.deleteBudget({ budgetId: id, ...owner }),
  }),
  dialectRoute({
    method: 'PUT',
    path: `${PATH}/:id`,
    summary: 'Change a budget',
    ...common,
    once: true,
    params: idParams,
    body: budgetChanges,
    example: { amount: 350_000 },
    replies: { 200: documented(UPDATED, EXAMPLE), 404: MISSING, ...ACCESS_ERRORS },
    handler: async ({ params, body, session, idempotencyKey }, deps) => {
      const { amount, periodStart, periodEnd, ...rest } = body;
      const { userId } = session.identity;
      const days = await pickedDays(deps, userId, { periodStart, periodEnd });
      const changed = await deps.clients.finance.updateBudget({
        userId,
        budgetId: params.id,
        ...rest,
        ...days,
        amount: amount ?? null,
        idempotencyKey,
      });
      return success(UPDATED, budgetView(sent(changed.budget)));
    },
  }),
];
