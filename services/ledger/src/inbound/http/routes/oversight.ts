import { z } from 'zod';
import { toJsonAmount } from '@florin/money';
import { decodeCursor, encodeCursor, pageQuery, pageSchema, route, toPage, uuid } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { accountSchema, cursorKey, entrySchema, idParams, namedTransferSchema, transferQuery } from '../schemas.ts';
import { accountView, entryView, namedTransferView } from '../views.ts';

/** What support staff may look at; it changes nothing. */
const common = { tag: 'admin', access: 'support' } as const;

export function oversightRoutes(useCases: UseCases) {
  return [...accountRoutes(useCases), ...transferRoutes(useCases), actionsRoute(useCases), integrityRoute(useCases)];
}

/** An account as its owner sees it, with whose it is; null: the house's. */
const ownedAccountSchema = accountSchema.extend({ userId: z.uuid().nullable() });

function accountRoutes(useCases: UseCases) {
  return [
    route({
      method: 'get',
      path: '/v1/admin/accounts',
      summary: "A person's accounts, oldest first",
      ...common,
      query: z.strictObject({ userId: uuid }),
      reply: { status: 200, schema: pageSchema(ownedAccountSchema) },
      handler: async ({ query: { userId } }) => ({
        body: {
          data: (await useCases.findAccounts({ ids: [], ownerIds: [userId] })).map(ownedAccountView),
          nextCursor: null,
        },
      }),
    }),
    route({
      method: 'get',
      path: '/v1/admin/accounts/:id',
      summary: "Anybody's account",
      ...common,
      params: idParams,
      reply: { status: 200, schema: ownedAccountSchema },
      errors: ['NOT_FOUND'],
      handler: async ({ params }) => ({ body: ownedAccountView(await useCases.getAnyAccount(params.id)) }),
    }),
    route({
      method: 'get',
      path: '/v1/admin/accounts/:id/entries',
      summary: "The entries of anybody's account, newest first",
      ...common,
      params: idParams,
      query: z.strictObject(pageQuery),
      reply: { status: 200, schema: pageSchema(entrySchema) },
      errors: ['NOT_FOUND'],
      handler: async ({ params, query: { limit, cursor } }) => {
        const before = decodeCursor(cursor, cursorKey)?.[0];
        const entries = await useCases.listEntriesOfAny({ id: params.id, before, limit: limit + 1 });
        const page = toPage(entries, limit, (entry) => [entry.transferId]);
        const people = await useCases.namePeople(page.data.map((entry) => entry.counterpartyId));
        return { body: { ...page, data: page.data.map((entry) => entryView(entry, people)) } };
      },
    }),
  ];
}

type AnyAccount = Awaited<ReturnType<UseCases['getAnyAccount']>>;
const ownedAccountView = (account: AnyAccount) => ({ ...accountView(account), userId: account.ownerId });

function transferRoutes(useCases: UseCases) {
  const named = async (transfers: Awaited<ReturnType<UseCases['findTransfers']>>) => {
    const [people, details] = await Promise.all([
      useCases.namePeople(transfers.flatMap((one) => [one.fromUserId, one.toUserId])),
      useCases.findDetails({ transfers, viewerId: null }),
    ]);
    return transfers.map((transfer) => namedTransferView(transfer, people, details));
  };
  return [
    route({
      method: 'get',
      path: '/v1/admin/transfers',
      summary: 'Transfers of everybody, or of one user, newest first',
      ...common,
      query: transferQuery.omit({ direction: true, reference: true }).extend({ userId: uuid.optional() }),
      reply: { status: 200, schema: pageSchema(namedTransferSchema) },
      handler: async ({ query: { limit, cursor, from, to, userId, counterparty, kind, ...filter } }) => {
        const { transfers, next } = await useCases.listTransfers({
          owners: userId === undefined ? 'everyone' : [userId],
          filter: { ...filter, counterpartyId: counterparty, kinds: kind && [kind] },
          from,
          to,
          before: decodeCursor(cursor, cursorKey)?.[0],
          limit,
        });
        return { body: { data: await named(transfers), nextCursor: next === null ? null : encodeCursor([next]) } };
      },
    }),
    route({
      method: 'get',
      path: '/v1/admin/transfers/:id',
      summary: "Anybody's transfer",
      ...common,
      params: idParams,
      reply: { status: 200, schema: namedTransferSchema },
      errors: ['NOT_FOUND'],
      handler: async ({ params }) => {
        const [body] = await named([await useCases.getAnyTransfer(params.id)]);
        return { body };
      },
    }),
  ];
}

const actionSchema = z.object({
  id: z.uuid(),
  adminId: z.uuid(),
  action: z.string(),
  subjectId: z.uuid(),
  reason: z.string(),
  createdAt: z.iso.datetime(),
});

function actionsRoute(useCases: UseCases) {
  return route({
    method: 'get',
    path: '/v1/admin/actions',
    summary: 'What admins did in the ledger, newest first',
    ...common,
    query: z.strictObject({ ...pageQuery, subjectId: uuid.optional(), adminId: uuid.optional() }),
    reply: { status: 200, schema: pageSchema(actionSchema) },
    handler: async ({ query: { limit, cursor, ...filter } }) => {
      const before = decodeCursor(cursor, cursorKey)?.[0];
      const page = toPage(await useCases.listAdminActions({ ...filter, before, limit: limit + 1 }), limit, ({ id }) => [
        id,
      ]);
      const data = page.data.map(({ createdAt, ...action }) => ({ ...action, createdAt: createdAt.toISOString() }));
      return { body: { ...page, data } };
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
