import { route, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import {
  applyBody,
  appliedReply,
  newRuleBody,
  previewBody,
  previewReply,
  ruleChangesBody,
  ruleReply,
  rulesFilter,
  undoBody,
  undoneReply,
} from '../schemas/rule.ts';
import { appliedView, previewView, ruleView, undoneView } from '../views/rule.ts';
import { byOrder, created, orderRoute, resourceRoutes } from './resource.ts';

const tag = 'rules';

export function ruleRoutes(useCases: UseCases): Route[] {
  const own = resourceRoutes({
    tag,
    schema: ruleReply,
    view: ruleView,
    lead: byOrder,
    time: ({ createdAt }) => createdAt,
    create: {
      summary: 'Make a rule by which payments, imports and past rows are filed',
      body: newRuleBody,
      errors: ['NOT_FOUND', 'LIMIT_EXCEEDED'],
      run: useCases.createRule,
    },
    list: { summary: 'Own rules in the order in which they go', filter: rulesFilter, run: useCases.listRules },
    get: { summary: 'One rule', errors: ['NOT_FOUND'], run: useCases.getRule },
    change: { summary: 'Change a rule', body: ruleChangesBody, errors: ['NOT_FOUND'], run: useCases.updateRule },
    remove: { summary: 'Delete a rule; what it filed stays', errors: ['NOT_FOUND'], run: useCases.deleteRule },
  });
  return [...pastRoutes(useCases), orderRoute(tag, useCases.orderRules), ...own];
}

/** What rules do with rows that are there already. */
function pastRoutes({ previewRules, applyRules, undoRules }: UseCases): Route[] {
  const common = { tag, access: 'user', method: 'post' } as const;
  return [
    route({
      ...common,
      path: '/v1/rules/preview',
      summary: 'How many rows rules would change, and the newest of them; changes nothing',
      body: previewBody,
      reply: { status: 200, schema: previewReply },
      errors: ['NOT_FOUND', 'RATE_LIMITED'],
      handler: async ({ body, identity: { userId: ownerId } }) => ({
        body: previewView(await previewRules({ ...body, ownerId })),
      }),
    }),
    route({
      ...common,
      path: '/v1/rules/apply',
      summary: 'File rows of the past by rules, at most 5,000 at once',
      body: applyBody,
      idempotent: true,
      reply: { status: 200, schema: appliedReply },
      errors: ['NOT_FOUND', 'RATE_LIMITED', 'UNAVAILABLE'],
      handler: async ({ body, identity: { userId: ownerId }, idempotencyKey: key }) => ({
        ...created(await applyRules({ ...body, ownerId, key }), appliedView),
        status: 200,
      }),
    }),
    route({
      ...common,
      path: '/v1/rules/undo',
      summary: 'Take back within 10 minutes what rules changed; what has changed since stays as it is',
      body: undoBody,
      reply: { status: 200, schema: undoneReply },
      errors: ['NOT_FOUND', 'CONFLICT', 'UNAVAILABLE'],
      handler: async ({ body, identity: { userId: ownerId } }) => ({
        body: undoneView(await undoRules({ ownerId, id: body.id })),
      }),
    }),
  ];
}
