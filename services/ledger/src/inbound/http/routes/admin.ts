import { z } from 'zod';
import { route, text, uuid } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { accountSchema, idParams, note, transferSchema } from '../schemas.ts';
import { accountView, created, done, transferView } from '../views.ts';

const common = { tag: 'admin', access: 'admin', fresh: true } as const;
/** for the record; the people concerned see the note, not the reason */
const because = z.strictObject({ reason: text(3, 300) });

export function adminRoutes(useCases: UseCases) {
  return [...statusRoutes(useCases), reverseRoute(useCases), adjustRoute(useCases), limitsRoute(useCases)];
}

const STATUSES = [
  ['freeze', 'frozen', 'Freeze an account: nothing leaves or comes'],
  ['unfreeze', 'open', 'Open a frozen account again'],
  ['close', 'closed', 'Close an empty account for good'],
] as const;

function statusRoutes(useCases: UseCases) {
  return STATUSES.map(([verb, status, summary]) =>
    route({
      method: 'post',
      path: `/v1/admin/accounts/:id/${verb}`,
      summary,
      ...common,
      params: idParams,
      body: because,
      idempotent: true,
      reply: { status: 200, schema: accountSchema },
      errors: ['NOT_FOUND', 'CONFLICT'],
      handler: async ({ identity, params, body: { reason }, idempotencyKey: key }) => {
        const account = await useCases.setAccountStatus({
          accountId: params.id,
          status,
          adminId: identity.userId,
          reason,
          key,
        });
        return done(accountView(account.body), account.replayed);
      },
    }),
  );
}

function reverseRoute(useCases: UseCases) {
  return route({
    method: 'post',
    path: '/v1/admin/transfers/:id/reverse',
    summary: 'Undo a transfer by a new one, also between frozen accounts',
    ...common,
    params: idParams,
    body: because.extend({ note }),
    idempotent: true,
    reply: { status: 201, schema: transferSchema },
    errors: ['NOT_FOUND', 'CONFLICT', 'INSUFFICIENT_FUNDS'],
    handler: async ({ identity, params, body, idempotencyKey: key }) => {
      const request = { transferId: params.id, adminId: identity.userId, ...body, key };
      const { body: transfer, replayed } = await useCases.reverseAnyTransfer(request);
      return created(transferView(transfer), replayed);
    },
  });
}

function adjustRoute(useCases: UseCases) {
  return route({
    method: 'post',
    path: '/v1/admin/adjustments',
    summary: 'Set a balance right against the adjustment account; a negative amount takes',
    ...common,
    body: because.extend({
      note,
      accountId: uuid,
      amount: z
        .int()
        .refine((value) => value !== 0, 'must not be 0')
        .transform(BigInt),
    }),
    idempotent: true,
    reply: { status: 201, schema: transferSchema },
    errors: ['NOT_FOUND', 'INSUFFICIENT_FUNDS', 'CONFLICT'],
    handler: async ({ identity, body, idempotencyKey: key }) => {
      const adjusted = await useCases.adjustBalance({ adminId: identity.userId, ...body, key });
      return created(transferView(adjusted.body), adjusted.replayed);
    },
  });
}

const sum = z.int().min(0).transform(BigInt).optional();
const count = z.int().min(0).max(2_000_000_000).optional();
const limitsBody = because.extend({
  /** those left out keep the default; null: all do */
  limits: z.strictObject({ single: sum, daySum: sum, dayCount: count, monthSum: sum, monthCount: count }).nullable(),
});

function limitsRoute(useCases: UseCases) {
  return route({
    method: 'put',
    path: '/v1/admin/accounts/:id/limits',
    summary: "Set an account's own limits",
    ...common,
    params: idParams,
    body: limitsBody,
    reply: { status: 200, schema: accountSchema },
    errors: ['NOT_FOUND'],
    handler: async ({ identity, params, body: { limits, reason } }) => {
      const change = { accountId: params.id, limits, adminId: identity.userId, reason };
      return { body: accountView(await useCases.setAccountLimits(change)) };
    },
  });
}
