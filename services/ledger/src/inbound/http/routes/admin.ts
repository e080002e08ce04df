import { z } from 'zod';
import { toJsonAmount } from '@florin/money';
import { decodeCursor, encodeCursor, pageSchema, route, text, uuid } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { accountSchema, cursorKey, idParams, note, transferQuery, transferSchema } from '../schemas.ts';
import { accountView, created, done, transferView } from '../views.ts';

const common = { tag: 'admin', access: 'admin' } as const;
/** for the record; the people concerned see the note, not the reason */
const because = z.strictObject({ reason: text(3, 300) });

export function adminRoutes(useCases: UseCases) {
  return [
    listRoute(useCases),
    ...statusRoutes(useCases),
    reverseRoute(useCases),
    adjustRoute(useCases),
    limitsRoute(useCases),
    integrityRoute(useCases),
  ];
}

function listRoute(useCases: UseCases) {
  return route({
    method: 'get',
    path: '/v1/admin/transfers',
    summary: 'Transfers of everybody, or of one user, newest first',
    ...common,
    query: transferQuery.omit({ direction: true, reference: true }).extend({ userId: uuid.optional() }),
    reply: { status: 200, schema: pageSchema(transferSchema) },
    handler: async ({ query: { limit, cursor, from, to, userId, counterparty, kind, ...filter } }) => {
      const { transfers, next } = await useCases.listTransfers({
        owners: userId === undefined ? 'everyone' : [userId],
        filter: { ...filter, counterpartyId: counterparty, kinds: kind && [kind] },
        from,
        to,
        before: decodeCursor(cursor, cursorKey)?.[0],
        limit,
      });
      const details = await useCases.findDetails({ transfers, viewerId: null });
      const data = transfers.map((transfer) => transferView(transfer, details));
      return { body: { data, nextCursor: next === null ? null : encodeCursor([next]) } };
    },
  });
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

const integritySchema = z.object({
  healthy: z.boolean(),
  currencies: z.array(z.object({ currency: z.string(), sum: z.string(), accounts: z.int(), belowZero: z.int() })),
  lastBlock: z.object({ number: z.int(), lastTransferId: z.uuid(), hash: z.string() }).nullable(),
});

function integrityRoute(useCases: UseCases) {
  return route({
    method: 'get',
    path: '/v1/admin/integrity',
    summary: 'Whether the balances of each currency sum to zero and nobody is below it, and the last sealed block',
    ...common,
    reply: { status: 200, schema: integritySchema },
    handler: async () => {
      const { healthy, totals, block } = await useCases.checkBalances();
      const currencies = totals.map(({ currency, sum: total, accounts, negative }) => ({
        currency,
        sum: total.toString(),
        accounts,
        belowZero: negative,
      }));
      const lastBlock = block && {
        number: toJsonAmount(block.number),
        lastTransferId: block.lastTransferId,
        hash: block.hash.toString('hex'),
      };
      return { body: { healthy, currencies, lastBlock } };
    },
  });
}
