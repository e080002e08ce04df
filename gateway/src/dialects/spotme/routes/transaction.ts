import type { ListTransfersRequest } from '@florin/proto/gen/ledger/florin/ledger/v1/ListTransfersRequest.ts';
import { dialectRoute, type DialectDeps, type DialectRoute } from '../../dialect.ts';
import { EXAMPLE } from '../examples.ts';
import { balanceOf, friendView, strangerView, transactionView, type SpotMeUser } from '../views.ts';

const common = { tag: 'transactions', access: 'session' } as const;
const MOST = 200;
/** what passes between two people */
const KINDS = ['peer', 'refund', 'reversal', 'capture'];
const UNAUTHORIZED = { description: 'Not signed in', example: { message: 'Unauthorized' } };

/** Transfers with both people: the caller and friends with e-mail and balance, others by name. */
async function list(
  { clients, config }: DialectDeps,
  caller: string,
  whose: (friendIds: string[]) => ListTransfersRequest,
) {
  const { userIds: friendIds } = await clients.users.listFriendIds({ userId: caller });
  const near = new Set([caller, ...friendIds]);
  const { transfers, accounts } = await clients.ledger.listTransfers({
    ...whose(friendIds),
    kinds: KINDS,
    limit: MOST,
    accountsOf: [...near],
  });
  const between = transfers.filter(({ fromUserId, toUserId }) => fromUserId !== '' && toUserId !== '');
  const ids = [...new Set(between.flatMap(({ fromUserId, toUserId }) => [fromUserId, toUserId]))];
  const { users } = ids.length > 0 ? await clients.auth.getUsers({ ids }) : { users: [] };
  const seen = new Map<string, SpotMeUser>(
    users.map((user) => [
      user.id,
      near.has(user.id)
        ? friendView(user, balanceOf(user.id, accounts, config.FLORIN_CURRENCY))
        : strangerView({ ...user, userId: user.id }),
    ]),
  );
  const userOf = (id: string) => seen.get(id) ?? { id, name: '', username: '' };
  return between.map((transfer) => transactionView(transfer, caller, userOf));
}

export const transactionRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'GET',
    path: '/transaction/user-transactions',
    summary: 'Your transactions, newest first, at most 200',
    ...common,
    replies: {
      200: {
        description: 'The transactions',
        example: { message: 'Succesfully retrieved user transactions', transactions: [EXAMPLE.transaction] },
      },
      401: UNAUTHORIZED,
    },
    handler: async ({ session: { identity } }, deps) => {
      const transactions = await list(deps, identity.userId, () => ({ ownerId: identity.userId }));
      return { body: { message: 'Succesfully retrieved user transactions', transactions } };
    },
  }),
  dialectRoute({
    method: 'GET',
    path: '/transaction/all-transactions',
    summary: 'Your transactions and those of your friends that you may see, newest first, at most 200',
    ...common,
    replies: {
      200: {
        description: 'The transactions; an admin gets those of everybody',
        example: { message: 'Successfully retrieved all transactions', transactions: [EXAMPLE.transaction] },
      },
      401: UNAUTHORIZED,
    },
    handler: async ({ session: { identity } }, deps) => {
      const transactions = await list(deps, identity.userId, (friendIds) =>
        identity.roles.includes('admin')
          ? { everyone: true }
          : { ownerId: identity.userId, ownerIds: friendIds, viewerUserId: identity.userId },
      );
      return { body: { message: 'Successfully retrieved all transactions', transactions } };
    },
  }),
];
