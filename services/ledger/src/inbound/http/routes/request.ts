import { SHOWN_REQUEST_STATUSES, type PaymentRequest } from '../../../domain/payment-request.ts';
import { toJsonAmount } from '@florin/money';
import { NO_MEMO, referenceQuery, takeMemo } from '../schemas/memo.ts';
import { splitBody, splitSchema, valuesOf } from '../schemas/split.ts';
import { z } from 'zod';
import { amountSchema, decodeCursor, encodeCursor, pageQuery, pageSchema, route, uuid } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import {
  cursorKey,
  idParams,
  namedRequestSchema,
  requestBody,
  requestSchema,
  transferSchema,
  visibility,
} from '../schemas.ts';
import { created, done, madeWith, namedRequestView, requestView, transferView } from '../views.ts';

const common = { tag: 'payment requests', access: 'user' } as const;

export function requestRoutes(useCases: UseCases) {
  return [
    route({
      method: 'post',
      path: '/v1/payment-requests',
      summary: 'Ask somebody for money',
      ...common,
      body: requestBody,
      idempotent: true,
      reply: { status: 201, schema: requestSchema },
      errors: ['NOT_FOUND', 'CONFLICT', 'FORBIDDEN', 'RATE_LIMITED'],
      handler: async ({ identity, body, idempotencyKey: key }) => {
        const asked = await useCases.askPayment({ callerId: identity.userId, ...body, expiresAt: body.expiresAt, key });
        return created(requestView(asked.body, undefined, madeWith(asked.body.id, body.memo)), asked.replayed);
      },
    }),
    splitRoute(useCases),
    listRoute(useCases),
    route({
      method: 'get',
      path: '/v1/payment-requests/:id',
      summary: 'A payment request you made or are asked by',
      ...common,
      params: idParams,
      reply: { status: 200, schema: namedRequestSchema },
      errors: ['NOT_FOUND'],
      handler: async ({ identity, params }) => {
        const request = await useCases.getRequest({ callerId: identity.userId, id: params.id });
        return { body: (await namedRequests(useCases, identity.userId, [request]))[0] };
      },
    }),
    payRoute(useCases),
    ...changeRoutes(useCases),
  ];
}

function listRoute(useCases: UseCases) {
  return route({
    method: 'get',
    path: '/v1/payment-requests',
    summary: 'Payment requests to you (incoming) or by you (outgoing), newest first',
    ...common,
    query: z.strictObject({
      ...pageQuery,
      direction: z.enum(['incoming', 'outgoing']).default('incoming'),
      status: z.enum(SHOWN_REQUEST_STATUSES).optional(),
      /** only those of one split bill */
      splitId: uuid.optional(),
      ...referenceQuery,
    }),
    reply: { status: 200, schema: pageSchema(namedRequestSchema) },
    handler: async ({ identity, query: { limit, cursor, direction, status, splitId, reference } }) => {
      const before = decodeCursor(cursor, cursorKey)?.[0];
      const now = useCases.now();
      const query = { userId: identity.userId, direction, status, splitId, reference, now, before, limit: limit + 1 };
      const found = await useCases.listRequests(query);
      const data = found.slice(0, limit);
      const last = data.at(-1);
      const nextCursor = found.length > limit && last ? encodeCursor([last.id]) : null;
      return { body: { data: await namedRequests(useCases, identity.userId, data), nextCursor } };
    },
  });
}

async function namedRequests(useCases: UseCases, viewerId: string, requests: readonly PaymentRequest[]) {
  const [people, memos] = await Promise.all([
    useCases.namePeople(requests.flatMap((request) => [request.requesterId, request.payerId])),
    useCases.findMemos({ ids: requests.map(({ id }) => id), viewerId }),
  ]);
  const now = useCases.now();
  return requests.map((request) => namedRequestView(request, people, { now, memos }));
}

function payRoute(useCases: UseCases) {
  return route({
    method: 'post',
    path: '/v1/payment-requests/:id/pay',
    summary: 'Pay a request, whole or in part',
    ...common,
    params: idParams,
    body: z.strictObject({ amount: amountSchema.optional(), visibility }),
    idempotent: true,
    reply: { status: 201, schema: z.object({ request: requestSchema, transfer: transferSchema }) },
    errors: ['NOT_FOUND', 'CONFLICT', 'INSUFFICIENT_FUNDS', 'LIMIT_EXCEEDED', 'ACCOUNT_FROZEN'],
    handler: async ({ identity, params, body, idempotencyKey: key }) => {
      const pay = { callerId: identity.userId, id: params.id, amount: body.amount, visibility: body.visibility, key };
      const { body: paid, replayed } = await useCases.payRequest(pay);
      const memos = await useCases.findMemos({ ids: [params.id], viewerId: identity.userId });
      const view = { request: requestView(paid.request, undefined, { memos }), transfer: transferView(paid.transfer) };
      return created(view, replayed);
    },
  });
}

const CHANGES = [
  ['decline', 'Say no to a request'],
  ['cancel', 'Take your request back'],
  ['remind', 'Remind the payer, once a day and five times at most'],
] as const;

function changeRoutes(useCases: UseCases) {
  return CHANGES.map(([change, summary]) =>
    route({
      method: 'post',
      path: `/v1/payment-requests/:id/${change}`,
      summary,
      ...common,
      params: idParams,
      idempotent: true,
      reply: { status: 200, schema: requestSchema },
      errors: ['NOT_FOUND', 'CONFLICT', 'RATE_LIMITED'],
      handler: async ({ identity, params, idempotencyKey: key }) => {
        const changed = await useCases.changeRequest({ callerId: identity.userId, id: params.id, change, key });
        const memos = await useCases.findMemos({ ids: [params.id], viewerId: identity.userId });
        return done(requestView(changed.body, undefined, { memos }), changed.replayed);
      },
    }),
  );
}

function splitRoute(useCases: UseCases) {
  return route({
    method: 'post',
    path: '/v1/splits',
    summary: 'Split a bill you paid into payment requests: equally, by amount, per cent or shares',
    tag: 'payment requests',
    access: 'user',
    body: splitBody,
    idempotent: true,
    reply: { status: 201, schema: splitSchema },
    errors: ['NOT_FOUND', 'CONFLICT', 'FORBIDDEN', 'RATE_LIMITED'],
    handler: async ({ identity, body, idempotencyKey: key }) => {
      const participants = valuesOf(body);
      const { amount, currency: code, note: text, method, expiresAt } = body;
      const { memo } = takeMemo(body);
      const bill = {
        callerId: identity.userId,
        amount,
        currency: code,
        note: text,
        method,
        participants,
        expiresAt,
        memo,
        key,
      };
      const { body: split, replayed } = await useCases.splitBill(bill);
      const shares = split.shares.map((one) => ({ ...one, amount: toJsonAmount(one.amount) }));
      const { reference, metadata } = memo ?? NO_MEMO;
      return created({ ...split, amount: toJsonAmount(split.amount), reference, metadata, shares }, replayed);
    },
  });
}
