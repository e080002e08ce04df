import { route, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { idParams } from '../schemas.ts';
import { closeBody, goalChangesBody, goalReply, goalsFilter, newGoalBody, pledgeBody } from '../schemas/goal.ts';
import { goalView } from '../views/goal.ts';
import { created, resourceRoutes } from './resource.ts';

const tag = 'goals';
const access = 'user';

export function goalRoutes(useCases: UseCases): Route[] {
  const own = resourceRoutes({
    tag,
    schema: goalReply,
    view: goalView,
    time: ({ createdAt }) => createdAt,
    create: {
      summary: 'Save for something: a goal with a ledger account of its own',
      body: newGoalBody,
      errors: ['NOT_FOUND', 'CONFLICT', 'LIMIT_EXCEEDED', 'UNAVAILABLE'],
      run: useCases.createGoal,
    },
    list: {
      summary: 'Own goals with what they hold and when they are reached, oldest first',
      filter: goalsFilter,
      errors: ['UNAVAILABLE'],
      run: useCases.listGoals,
    },
    get: { summary: 'One goal', errors: ['NOT_FOUND', 'UNAVAILABLE'], run: useCases.getGoal },
    change: {
      summary: 'Change a goal',
      body: goalChangesBody,
      errors: ['NOT_FOUND', 'CONFLICT', 'UNAVAILABLE'],
      run: useCases.updateGoal,
    },
    remove: {
      summary: 'Close a goal; what it holds goes back where it came from',
      errors: ['NOT_FOUND', 'CONFLICT', 'UNAVAILABLE'],
      run: useCases.closeGoal,
    },
  });
  return [...own, ...pledgeRoutes(useCases), closeRoute(useCases)];
}

function pledgeRoutes({ movePledge }: UseCases): Route[] {
  const summaries = {
    pledge: "Set money of the goal's wallet aside for it",
    withdraw: 'Give money of the goal back to its wallet',
  } as const;
  return (['pledge', 'withdraw'] as const).map((move) =>
    route({
      tag,
      access,
      method: 'post',
      path: `/v1/goals/:id/${move}`,
      summary: summaries[move],
      params: idParams,
      body: pledgeBody,
      idempotent: true,
      reply: { status: 200, schema: goalReply },
      errors: ['NOT_FOUND', 'CONFLICT', 'INSUFFICIENT_FUNDS', 'ACCOUNT_FROZEN', 'UNAVAILABLE'],
      handler: async ({ params, body, identity: { userId: ownerId }, idempotencyKey: key }) => ({
        ...created(await movePledge({ ownerId, key, id: params.id, move, ...body }), goalView),
        status: 200,
      }),
    }),
  );
}

function closeRoute({ closeGoal, getGoal }: UseCases): Route {
  return route({
    tag,
    access,
    method: 'post',
    path: '/v1/goals/:id/close',
    summary: 'Close a goal, giving what it holds to another own wallet',
    params: idParams,
    body: closeBody,
    idempotent: true,
    reply: { status: 200, schema: goalReply },
    errors: ['NOT_FOUND', 'CONFLICT', 'UNAVAILABLE'],
    handler: async ({ params: { id }, body, identity: { userId: ownerId }, idempotencyKey: key }) => {
      await closeGoal({ ownerId, key, id, ...body });
      return { body: goalView(await getGoal({ ownerId, id })) };
    },
  });
}
