import { decodeCursor, pageQuery, pageSchema, requireMatch, type Route, route, toPage } from '@florin/service-kit';
import { z } from 'zod';
import type { UseCases } from '../../../app/index.ts';
import { actForOwner } from '../caller.ts';
import {
  categoriesFilter,
  categoryReply,
  idParams,
  newWalletBody,
  setBalanceBody,
  walletChangesBody,
  walletReply,
  walletsFilter,
} from '../schemas.ts';
import {
  invitationBody,
  invitationReply,
  memberChangesBody,
  memberParams,
  memberReply,
  membersFilter,
} from '../schemas/member.ts';
import { categoryView, walletView } from '../views.ts';
import { invitationView, memberView } from '../views/member.ts';
import { byOrder, created, orderRoute, orderKey, resourceRoutes, timeKey } from './resource.ts';

export function walletRoutes(useCases: UseCases): Route[] {
  const own = resourceRoutes({
    tag: 'wallets',
    schema: walletReply,
    view: walletView,
    lead: byOrder,
    time: ({ createdAt }) => createdAt,
    create: {
      summary: 'Open a wallet, with an opening balance if wanted',
      body: newWalletBody,
      errors: ['LIMIT_EXCEEDED', 'UNAVAILABLE'],
      run: useCases.createWallet,
    },
    list: {
      summary: 'Own wallets, and those shared with you, with their balances, in their order, then oldest first',
      filter: walletsFilter,
      errors: ['UNAVAILABLE'],
      run: ({ filter: { shared }, ...order }) =>
        useCases.listWallets({ ...order, which: shared === undefined ? 'all' : shared ? 'shared' : 'own' }),
    },
    get: {
      summary: 'One wallet, also a deleted one, or one that is shared with you',
      errors: ['NOT_FOUND', 'UNAVAILABLE'],
      run: ({ ownerId: userId, id }) =>
        actForOwner(useCases, { userId, need: 'read', walletId: id }, async ({ ownerId }, role) => ({
          ...(await useCases.getWallet({ ownerId, id, archived: true })),
          role,
        })),
    },
    change: {
      summary: 'Rename a wallet, set its credit limit, or correct its balance by an adjustment',
      body: walletChangesBody,
      errors: ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'INSUFFICIENT_FUNDS', 'UNAVAILABLE'],
      run: (order) => asOwner(useCases, order, () => useCases.updateWallet(order)),
    },
    remove: {
      summary: 'Delete a wallet; what it holds is posted out, its transactions stay',
      errors: ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'UNAVAILABLE'],
      run: (order) => asOwner(useCases, order, () => useCases.deleteWallet(order)),
    },
  });
  const others = [setBalanceRoute(useCases), reopenRoute(useCases), orderRoute('wallets', useCases.orderWallets)];
  return [...own, ...others, categoriesRoute(useCases)];
}

/** What its owner alone may do with a wallet: a member is told so, to others it is not there. */
function asOwner<T>(
  useCases: UseCases,
  { ownerId: userId, id: walletId }: { ownerId: string; id: string },
  act: () => Promise<T>,
): Promise<T> {
  return actForOwner(useCases, { userId, need: 'own', walletId }, act);
}

function setBalanceRoute(useCases: UseCases): Route {
  return route({
    tag: 'wallets',
    access: 'user',
    method: 'post',
    path: '/v1/wallets/:id/set-balance',
    summary: 'Bring a wallet to the balance that it really has, by an adjustment',
    params: idParams,
    body: setBalanceBody,
    idempotent: true,
    reply: { status: 200, schema: walletReply },
    errors: ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'INSUFFICIENT_FUNDS', 'UNAVAILABLE'],
    handler: async ({ params: { id }, body, identity: { userId: ownerId }, idempotencyKey: key }) => {
      const order = { ...body, ownerId, id, key };
      const done = await asOwner(useCases, order, () => useCases.setBalance(order));
      return { ...created(done, walletView), status: 200 };
    },
  });
}

function reopenRoute(useCases: UseCases): Route {
  return route({
    tag: 'wallets',
    access: 'user',
    method: 'post',
    path: '/v1/wallets/:id/reopen',
    summary: 'Open a deleted wallet again',
    params: idParams,
    reply: { status: 200, schema: walletReply },
    errors: ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'LIMIT_EXCEEDED', 'UNAVAILABLE'],
    handler: async ({ params: { id }, identity: { userId: ownerId } }) => ({
      body: walletView(await asOwner(useCases, { ownerId, id }, () => useCases.reopenWallet({ ownerId, id }))),
    }),
  });
}

function categoriesRoute(useCases: UseCases): Route {
  return route({
    tag: 'wallets',
    access: 'user',
    method: 'get',
    path: '/v1/wallets/:id/categories',
    summary: "The categories that a wallet's rows are filed under: its owner's",
    params: idParams,
    query: z.strictObject({ ...pageQuery, ...categoriesFilter.shape }),
    reply: { status: 200, schema: pageSchema(categoryReply) },
    errors: ['NOT_FOUND', 'UNAVAILABLE'],
    handler: async ({ params: { id }, query: { limit, cursor, ...filter }, identity: { userId } }) => {
      const slice = { limit, after: decodeCursor(cursor, orderKey) };
      const rows = await actForOwner(useCases, { userId, need: 'read', walletId: id }, async ({ ownerId }) => {
        await useCases.getWallet({ ownerId, id, archived: true });
        return useCases.listCategories({ ownerId, filter, slice });
      });
      const { data, nextCursor } = toPage(rows, limit, (row) => [row.order, row.createdAt.toISOString(), row.id]);
      return { body: { data: data.map(categoryView), nextCursor } };
    },
  });
}

const MEMBERS = '/v1/wallets/:id/members';
const members = { tag: 'wallets', access: 'user' } as const;

/** Who shares a wallet, and invitations to do so. */
export function memberRoutes(useCases: UseCases): Route[] {
  return [
    inviteRoute(useCases),
    ...readMemberRoutes(useCases),
    ...changeMemberRoutes(useCases),
    invitationsRoute(useCases),
    answerRoute(useCases, 'accept'),
    answerRoute(useCases, 'decline'),
  ];
}

function inviteRoute(useCases: UseCases): Route {
  return route({
    ...members,
    method: 'post',
    path: MEMBERS,
    summary: 'Invite a person to an own wallet, as a reader or a writer; they must accept',
    params: idParams,
    body: invitationBody,
    idempotent: true,
    reply: { status: 201, schema: memberReply },
    errors: ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'LIMIT_EXCEEDED', 'RATE_LIMITED', 'ACCOUNT_FROZEN', 'UNAVAILABLE'],
    handler: async ({ params: { id }, body, identity: { userId: ownerId }, idempotencyKey: key }) => {
      const order = { ...body, ownerId, walletId: id, key };
      return created(await asOwner(useCases, { ownerId, id }, () => useCases.inviteMember(order)), memberView);
    },
  });
}

function readMemberRoutes(useCases: UseCases): Route[] {
  const { listMembers, getMember } = useCases;
  return [
    route({
      ...members,
      method: 'get',
      path: MEMBERS,
      summary: 'Who shares a wallet; its owner sees invitations and past members, too',
      params: idParams,
      query: z.strictObject({ ...pageQuery, ...membersFilter.shape }),
      reply: { status: 200, schema: pageSchema(memberReply) },
      errors: ['NOT_FOUND'],
      handler: async ({ params: { id: walletId }, query: { limit, cursor, status }, identity: { userId } }) => {
        const order = { walletId, statuses: status, slice: { limit, after: decodeCursor(cursor, timeKey) } };
        const rows = await actForOwner(useCases, { userId, need: 'read', walletId }, (as) =>
          listMembers({ ...as, ...order }),
        );
        const { data, nextCursor } = toPage(rows, limit, ({ invitedAt, id }) => [invitedAt.toISOString(), id]);
        return { body: { data: data.map(memberView), nextCursor } };
      },
    }),
    route({
      ...members,
      method: 'get',
      path: `${MEMBERS}/:userId`,
      summary: 'One who shares a wallet, or is invited to',
      params: memberParams,
      reply: { status: 200, schema: memberReply },
      errors: ['NOT_FOUND'],
      handler: async ({ params: { id: walletId, userId }, identity }) => ({
        body: memberView(
          await actForOwner(useCases, { userId: identity.userId, need: 'read', walletId }, (as) =>
            getMember({ ...as, walletId, userId }),
          ),
        ),
      }),
    }),
  ];
}

function changeMemberRoutes(useCases: UseCases): Route[] {
  const { changeMember, endMembership } = useCases;
  const current = async (callerId: string, { id: walletId, userId }: { id: string; userId: string }) =>
    memberView(await useCases.getMember({ ownerId: callerId, walletId, userId }));
  return [
    route({
      ...members,
      method: 'patch',
      path: `${MEMBERS}/:userId`,
      summary: 'Give a member of an own wallet another role',
      params: memberParams,
      body: memberChangesBody,
      reply: { status: 200, schema: memberReply },
      errors: ['NOT_FOUND', 'FORBIDDEN', 'PRECONDITION_FAILED'],
      handler: async ({ params, body: { role }, identity: { userId: ownerId }, request }) => {
        const { id, userId } = params;
        return asOwner(useCases, { ownerId, id }, async () => {
          await requireMatch(request, () => current(ownerId, params));
          return { body: memberView(await changeMember({ ownerId, walletId: id, userId, role })) };
        });
      },
    }),
    route({
      ...members,
      method: 'delete',
      path: `${MEMBERS}/:userId`,
      summary: 'Remove a member, withdraw an invitation, or leave a wallet oneself; what was written stays',
      params: memberParams,
      reply: { status: 204 },
      errors: ['NOT_FOUND', 'FORBIDDEN'],
      handler: async ({ params: { id, userId }, identity: { userId: callerId } }) => {
        const end = () => endMembership({ callerId, walletId: id, userId });
        await asOwner(useCases, { ownerId: callerId, id }, end);
        return {};
      },
    }),
  ];
}

function invitationsRoute({ listInvitations }: UseCases): Route {
  return route({
    ...members,
    method: 'get',
    path: '/v1/wallet-invitations',
    summary: 'Open invitations to wallets of others, oldest first',
    query: z.strictObject(pageQuery),
    reply: { status: 200, schema: pageSchema(invitationReply) },
    handler: async ({ query: { limit, cursor }, identity: { userId } }) => {
      const rows = await listInvitations({ userId, slice: { limit, after: decodeCursor(cursor, timeKey) } });
      const { data, nextCursor } = toPage(rows, limit, ({ invitedAt, id }) => [invitedAt.toISOString(), id]);
      return { body: { data: data.map(invitationView), nextCursor } };
    },
  });
}

function answerRoute({ answerInvitation }: UseCases, verb: 'accept' | 'decline'): Route {
  return route({
    ...members,
    method: 'post',
    path: `/v1/wallet-invitations/:id/${verb}`,
    summary: verb === 'accept' ? 'Accept an invitation to a wallet' : 'Decline an invitation to a wallet',
    params: idParams,
    idempotent: true,
    reply: { status: 200, schema: memberReply },
    errors: ['NOT_FOUND', 'CONFLICT', 'LIMIT_EXCEEDED', 'ACCOUNT_FROZEN'],
    handler: async ({ params: { id }, identity: { userId }, idempotencyKey: key }) => {
      const answer = verb === 'accept' ? 'accepted' : 'declined';
      return { ...created(await answerInvitation({ userId, id, answer, key }), memberView), status: 200 };
    },
  });
}
