import type { Funding } from '../../../domain/funding.ts';
import { referenceQuery } from '../schemas/memo.ts';
import { z } from 'zod';
import { decodeCursor, pageQuery, pageSchema, route, text, toPage, uuid } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { cursorKey, fundingBody, fundingSchema, idParams } from '../schemas.ts';
import { created, fundingView, madeWith } from '../views.ts';

const common = { tag: 'funding', access: 'user' } as const;

export function fundingRoutes(useCases: UseCases) {
  // before /:id, which would take it for an id
  return [callbackRoute(useCases), ...directionRoutes(useCases, 'deposit'), ...directionRoutes(useCases, 'withdrawal')];
}

function directionRoutes(useCases: UseCases, direction: 'deposit' | 'withdrawal') {
  const path = `/v1/${direction}s`;
  return [
    route({
      method: 'post',
      path,
      summary: direction === 'deposit' ? 'Put money into your account' : 'Take money out of your account',
      ...common,
      body: fundingBody,
      idempotent: true,
      reply: { status: 201, schema: fundingSchema },
      errors: ['NOT_FOUND', 'INSUFFICIENT_FUNDS', 'LIMIT_EXCEEDED', 'ACCOUNT_FROZEN', 'CONFLICT'],
      handler: async ({ identity, body, idempotencyKey: key }) => {
        const request = {
          direction,
          callerId: identity.userId,
          ...body,
          accountId: body.accountId,
          method: body.method,
          key,
        };
        const funding = await useCases.startFunding(request);
        return created(fundingView(funding.body, madeWith(funding.body.id, body.memo)), funding.replayed);
      },
    }),
    listRoute(useCases, direction),
    route({
      method: 'get',
      path: `${path}/:id`,
      summary: `One of your ${direction}s`,
      ...common,
      params: idParams,
      reply: { status: 200, schema: fundingSchema },
      errors: ['NOT_FOUND'],
      handler: async ({ identity, params }) => {
        const funding = await useCases.getFunding({ ownerId: identity.userId, direction, id: params.id });
        return { body: fundingView(funding, await detailsOf(useCases, identity.userId, [funding])) };
      },
    }),
  ];
}

function listRoute(useCases: UseCases, direction: 'deposit' | 'withdrawal') {
  return route({
    method: 'get',
    path: `/v1/${direction}s`,
    summary: `Your ${direction}s, newest first`,
    ...common,
    query: z.strictObject({ ...pageQuery, ...referenceQuery }),
    reply: { status: 200, schema: pageSchema(fundingSchema) },
    handler: async ({ identity, query: { limit, cursor, reference } }) => {
      const before = decodeCursor(cursor, cursorKey)?.[0];
      const found = await useCases.listFundings({
        ownerId: identity.userId,
        direction,
        reference,
        before,
        limit: limit + 1,
      });
      const page = toPage(found, limit, ({ id }) => [id]);
      const details = await detailsOf(useCases, identity.userId, page.data);
      return { body: { ...page, data: page.data.map((funding) => fundingView(funding, details)) } };
    },
  });
}

async function detailsOf(useCases: UseCases, viewerId: string, fundings: readonly Funding[]) {
  const [returns, memos] = await Promise.all([
    useCases.findReturns(fundings.map(({ transferId }) => transferId)),
    useCases.findMemos({ ids: fundings.map(({ id }) => id), viewerId }),
  ]);
  return { returns, memos };
}

const callbackBody = z.strictObject({
  fundingId: uuid,
  status: z.enum(['succeeded', 'failed']),
  reason: text(0, 300).default(''),
  /** HMAC-SHA-256 of `<fundingId>.<status>` by the provider's key, hex */
  signature: z.string().regex(/^[0-9a-f]{64}$/),
});

function callbackRoute(useCases: UseCases) {
  return route({
    method: 'post',
    path: '/v1/deposits/callbacks',
    summary: 'For the funding provider: how a deposit or withdrawal ended. May come twice',
    tag: common.tag,
    access: 'public',
    body: callbackBody,
    reply: { status: 200, schema: z.object({ status: z.string() }) },
    errors: ['UNAUTHENTICATED', 'NOT_FOUND'],
    handler: async ({ body: { fundingId, status, reason, signature } }) => {
      const result = status === 'failed' ? { status, reason } : { status };
      const funding = await useCases.takeCallback({ id: fundingId, result, signature });
      return { body: { status: funding.status } };
    },
  });
}
