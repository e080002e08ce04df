import { z } from 'zod';
import { amountSchema, decodeCursor, pageQuery, pageSchema, route, toPage } from '@florin/service-kit';
import { toJsonAmount } from '@florin/money';
import type { UseCases } from '../../../app/index.ts';
import type { Hold } from '../../../domain/hold.ts';
import { statusAt } from '../../../domain/hold.ts';
import { currency, cursorKey, idParams, instantParam, note, recipient } from '../schemas.ts';
import { created, done } from '../views.ts';

const tag = 'holds';
const access = 'user';

const holdSchema = z.object({
  id: z.uuid(),
  status: z.enum(['pending', 'captured', 'voided', 'lapsed']),
  amount: z.int(),
  captured: z.int(),
  currency: z.string(),
  note: z.string(),
  accountId: z.uuid(),
  fromUserId: z.uuid(),
  toUserId: z.uuid(),
  transferId: z.uuid().nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

/** As it stands at an instant; without one as it was when it was changed last, for the reply to that change. */
function holdView(hold: Hold, now?: Date) {
  return {
    id: hold.id,
    status: now ? statusAt(hold, now) : hold.status,
    amount: toJsonAmount(hold.amount),
    captured: toJsonAmount(hold.captured),
    currency: hold.currency,
    note: hold.note,
    accountId: hold.accountId,
    fromUserId: hold.ownerId,
    toUserId: hold.payeeId,
    transferId: hold.transferId,
    createdAt: hold.createdAt.toISOString(),
    expiresAt: hold.expiresAt.toISOString(),
  };
}

const placeBody = z.strictObject({
  to: recipient,
  amount: amountSchema,
  currency,
  note,
  expiresAt: instantParam.optional(),
});

export function holdRoutes(app: UseCases) {
  return [
    route({
      method: 'post',
      path: '/v1/holds',
      summary: 'Set money aside for somebody',
      tag,
      access,
      body: placeBody,
      idempotent: true,
      reply: { status: 201, schema: holdSchema },
      errors: ['NOT_FOUND', 'INSUFFICIENT_FUNDS', 'LIMIT_EXCEEDED', 'ACCOUNT_FROZEN', 'CONFLICT'],
      handler: async ({ identity, body, idempotencyKey: key }) => {
        const hold = await app.placeHold({ callerId: identity.userId, ...body, expiresAt: body.expiresAt, key });
        return created(holdView(hold.body), hold.replayed);
      },
    }),
    route({
      method: 'get',
      path: '/v1/holds',
      summary: 'Holds you placed and holds for you, newest first',
      tag,
      access,
      query: z.strictObject(pageQuery),
      reply: { status: 200, schema: pageSchema(holdSchema) },
      handler: async ({ identity, query: { limit, cursor } }) => {
        const before = decodeCursor(cursor, cursorKey)?.[0];
        const page = toPage(await app.listHolds(identity.userId, { before, limit: limit + 1 }), limit, ({ id }) => [
          id,
        ]);
        return { body: { ...page, data: page.data.map((hold) => holdView(hold, app.now())) } };
      },
    }),
    route({
      method: 'get',
      path: '/v1/holds/:id',
      summary: 'One hold',
      tag,
      access,
      params: idParams,
      reply: { status: 200, schema: holdSchema },
      errors: ['NOT_FOUND'],
      handler: async ({ identity, params }) => ({
        body: holdView(await app.getHold(identity.userId, params.id), app.now()),
      }),
    }),
    ...endRoutes(app),
  ];
}

function endRoutes(app: UseCases) {
  return [
    route({
      method: 'post',
      path: '/v1/holds/:id/capture',
      summary: 'Take held money, whole or in part; the rest is free again',
      tag,
      access,
      params: idParams,
      body: z.strictObject({ amount: amountSchema.optional() }),
      idempotent: true,
      reply: { status: 200, schema: holdSchema },
      errors: ['NOT_FOUND', 'CONFLICT', 'ACCOUNT_FROZEN'],
      handler: async ({ identity, params, body, idempotencyKey: key }) => {
        const request = { callerId: identity.userId, id: params.id, amount: body.amount, key };
        const hold = await app.captureHold(request);
        return done(holdView(hold.body), hold.replayed);
      },
    }),
    route({
      method: 'post',
      path: '/v1/holds/:id/void',
      summary: 'Free held money',
      tag,
      access,
      params: idParams,
      idempotent: true,
      reply: { status: 200, schema: holdSchema },
      errors: ['NOT_FOUND', 'CONFLICT'],
      handler: async ({ identity, params, idempotencyKey: key }) => {
        const hold = await app.voidHold({ callerId: identity.userId, id: params.id, key });
        return done(holdView(hold.body), hold.replayed);
      },
    }),
  ];
}
