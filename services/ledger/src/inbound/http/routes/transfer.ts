import { z } from 'zod';
import { amountSchema, decodeCursor, encodeCursor, pageSchema, route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import {
  cursorKey,
  idParams,
  namedTransferSchema,
  note,
  transferBody,
  transferQuery,
  transferSchema,
} from '../schemas.ts';
import { created, madeWith, namedTransferView, transferView } from '../views.ts';

const common = { tag: 'transfers', access: 'user' } as const;

export function transferRoutes(useCases: UseCases) {
  return [
    route({
      method: 'post',
      path: '/v1/transfers',
      summary: 'Send money to another person',
      ...common,
      body: transferBody,
      idempotent: true,
      reply: { status: 201, schema: transferSchema },
      errors: ['NOT_FOUND', 'INSUFFICIENT_FUNDS', 'LIMIT_EXCEEDED', 'ACCOUNT_FROZEN', 'CONFLICT'],
      handler: async ({ identity, body, idempotencyKey }) => {
        const { body: transfer, replayed } = await useCases.sendTransfer({
          callerId: identity.userId,
          ...body,
          key: idempotencyKey,
        });
        return created(transferView(transfer, madeWith(transfer.id, body.memo)), replayed);
      },
    }),
    listRoute(useCases),
    refundRoute(useCases),
    batchRoute(useCases),
    route({
      method: 'get',
      path: '/v1/transfers/:id',
      summary: 'One of your transfers',
      ...common,
      params: idParams,
      reply: { status: 200, schema: namedTransferSchema },
      errors: ['NOT_FOUND'],
      handler: async ({ identity, params }) => {
        const transfer = await useCases.getTransfer({ callerId: identity.userId, id: params.id });
        const [people, details] = await Promise.all([
          useCases.namePeople([transfer.fromUserId, transfer.toUserId]),
          useCases.findDetails({ transfers: [transfer], viewerId: identity.userId }),
        ]);
        return { body: namedTransferView(transfer, people, details) };
      },
    }),
  ];
}

function listRoute(useCases: UseCases) {
  return route({
    method: 'get',
    path: '/v1/transfers',
    summary: 'Your transfers, newest first',
    ...common,
    query: transferQuery,
    reply: { status: 200, schema: pageSchema(namedTransferSchema) },
    handler: async ({ identity: { userId }, query }) => {
      const { limit, cursor, from, to, reference, direction, counterparty, ...filter } = query;
      const { transfers, next } = await useCases.listTransfers({
        owners: [userId],
        filter: {
          ...filter,
          counterpartyId: counterparty,
          direction: direction && { userId, way: direction },
          kinds: filter.kind && [filter.kind],
        },
        reference,
        from,
        to,
        before: decodeCursor(cursor, cursorKey)?.[0],
        limit,
      });
      const [people, details] = await Promise.all([
        useCases.namePeople(transfers.flatMap((one) => [one.fromUserId, one.toUserId])),
        useCases.findDetails({ transfers, viewerId: userId }),
      ]);
      const data = transfers.map((transfer) => namedTransferView(transfer, people, details));
      return { body: { data, nextCursor: next === null ? null : encodeCursor([next]) } };
    },
  });
}

function refundRoute(useCases: UseCases) {
  return route({
    method: 'post',
    path: '/v1/transfers/:id/refund',
    summary: 'Give money you received back, whole or in part',
    ...common,
    params: idParams,
    body: z.strictObject({ amount: amountSchema.optional(), note }),
    idempotent: true,
    reply: { status: 201, schema: transferSchema },
    errors: ['NOT_FOUND', 'CONFLICT', 'INSUFFICIENT_FUNDS', 'ACCOUNT_FROZEN'],
    handler: async ({ identity, params, body, idempotencyKey: key }) => {
      const request = { transferId: params.id, callerId: identity.userId, amount: body.amount, note: body.note, key };
      const { body: transfer, replayed } = await useCases.refundTransfer(request);
      return created(transferView(transfer), replayed);
    },
  });
}

const batchItem = z.union([
  z.object({ status: z.literal('posted'), transfer: transferSchema }),
  z.object({
    status: z.literal('refused'),
    error: z.object({ code: z.string(), message: z.string(), path: z.string().nullable() }),
  }),
]);

function batchRoute(useCases: UseCases) {
  return route({
    method: 'post',
    path: '/v1/transfers/batch',
    summary: 'Send up to 1,000 transfers, each alone or all together',
    ...common,
    body: z.strictObject({ transfers: z.array(transferBody).min(1).max(1_000), atomic: z.boolean().default(false) }),
    // a thousand notes of 500 characters in whatever script
    maxBodyBytes: 4 * 1024 * 1024,
    idempotent: true,
    reply: { status: 201, schema: z.object({ results: z.array(batchItem) }) },
    errors: ['NOT_FOUND', 'INSUFFICIENT_FUNDS', 'LIMIT_EXCEEDED', 'ACCOUNT_FROZEN', 'CONFLICT'],
    handler: async ({ identity, body, idempotencyKey: key }) => {
      const items = await useCases.sendBatch({ callerId: identity.userId, ...body, key });
      const results = items.body.map((item, index) =>
        'transfer' in item
          ? {
              status: 'posted',
              transfer: transferView(item.transfer, madeWith(item.transfer.id, body.transfers[index]?.memo)),
            }
          : { status: 'refused', error: item.refusal },
      );
      return created({ results }, items.replayed);
    },
  });
}
