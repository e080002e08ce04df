import { isFlorinError } from '@florin/errors';
import { requireSession } from '../../access.ts';
import { dialectRoute, type DialectDeps, type DialectReply, type SessionInputOf } from '../../dialect.ts';
import { friendsById, readUserId, wholeUser } from '../calls.ts';
import { INVALID_INPUT, asRefusal, refusal } from '../errors.ts';
import { EXAMPLE } from '../examples.ts';
import { addFriendBody, allFriendsQuery, handleRequestBody, isFriendBody } from '../schemas.ts';
import { FRIEND_STATUS, strangerView } from '../views.ts';

const common = { tag: 'friends', access: 'session' } as const;
const MOST_FRIENDS = 1_000;
const NOBODY = 'There is no such user';
const TOO_OFTEN = 'to: has declined; ask again later';
const NO_REQUEST = 'This user has not sent you a friend request';
const UNAUTHORIZED = { description: 'Not signed in', example: { message: 'Unauthorized' } };

/** Reading who is a friend. */
export function friendRoutes(deps: DialectDeps) {
  const { clients } = deps;
  return [
    allFriendsRoute(deps),
    dialectRoute({
      method: ['GET', 'POST'],
      path: '/auth/is-friend',
      summary: 'How another person stands to you: 0 not at all, 1 you have asked, 2 they have asked you, 3 friends',
      ...common,
      query: isFriendBody,
      body: isFriendBody,
      example: { rID: EXAMPLE.stranger.id },
      replies: {
        200: { description: 'The status', example: { message: 'Sucessfully determined friend status', status: 3 } },
        401: UNAUTHORIZED,
      },
      handler: async ({ body, session }) => {
        const otherId = readUserId(body.rID);
        const { relation } = otherId
          ? await clients.users.getRelation({ userId: session.identity.userId, otherId })
          : { relation: 'none' };
        return { body: { message: 'Sucessfully determined friend status', status: FRIEND_STATUS[relation] ?? 0 } };
      },
    }),
  ];
}

/** One published client asks for a person's friends without a token: SPOTME_OPEN_FRIENDS lets it. */
function allFriendsRoute(deps: DialectDeps) {
  const { clients, config } = deps;
  const open = config.SPOTME_OPEN_FRIENDS;
  return dialectRoute({
    method: 'GET',
    path: '/auth/all-friends',
    summary: `Your friends, latest first, at most 1000; another person's by name and username only${open ? ', without a token, too' : ''}`,
    tag: 'friends',
    access: open ? 'public' : 'session',
    query: allFriendsQuery,
    replies: {
      200: {
        description: 'The friends',
        example: { message: 'Successfully found all the friends of the user', friends: [EXAMPLE.friend] },
      },
      401: UNAUTHORIZED,
    },
    handler: async ({ request, query, session: given }) => {
      const session = given ?? (query.id === '' ? requireSession(request) : undefined);
      const caller = session?.identity.userId;
      const userId = query.id === '' ? caller : readUserId(query.id);
      const asked = { userId, viewerId: caller, limit: MOST_FRIENDS };
      const found = userId ? (await clients.users.listFriends(asked)).friends : [];
      const own = userId === caller ? found.map((one) => one.userId) : [];
      const seen = await friendsById(deps, own);
      const friends = found.map((one) => ({ ...seen.get(one.userId), ...strangerView(one) }));
      return { body: { message: 'Successfully found all the friends of the user', friends } };
    },
  });
}

/** Asking and answering. */
export function friendRequestRoutes(deps: DialectDeps) {
  const { clients } = deps;
  return [
    dialectRoute({
      method: 'POST',
      path: '/auth/add-friend',
      summary: 'Ask a person to be friends; friends at once when they have asked you',
      ...common,
      once: true,
      body: addFriendBody,
      example: { recipientID: EXAMPLE.stranger.id },
      replies: {
        200: {
          description: 'Asked',
          example: { message: 'Successfully sent friend request!', user: EXAMPLE.user },
        },
        400: { description: 'Unknown user, yourself, asked already or friends', example: { message: NOBODY } },
        401: UNAUTHORIZED,
        429: { description: 'Asked too often, or declined of late', example: { message: TOO_OFTEN } },
      },
      handler: async ({ body, session, idempotencyKey }) => {
        const { userId } = session.identity;
        const toUserId = readOther(body.recipientID);
        if (toUserId === userId) throw refusal('You can not be a friend of yourself');
        const user = await wholeUser(deps, userId);
        await clients.users.requestFriend({ userId, toUserId, idempotencyKey }).catch((error: unknown) => {
          // the page knows no one who takes no requests
          if (isFlorinError(error) && error.code === 'FORBIDDEN') throw refusal(NOBODY);
          throw asRefusal(error, { NOT_FOUND: NOBODY });
        });
        return { body: { message: 'Successfully sent friend request!', user } };
      },
    }),
    dialectRoute({
      method: 'POST',
      path: '/auth/handle-friend-request',
      summary: 'Accept a request; anything but "true" declines it, withdraws your own, or ends the friendship',
      ...common,
      once: true,
      body: handleRequestBody,
      example: { recipientID: EXAMPLE.stranger.id, acceptedRequest: 'true' },
      replies: {
        200: {
          description: 'Answered',
          example: { message: 'Successfully handled friend request', user: EXAMPLE.user },
        },
        400: { description: 'That person has not asked you', example: { message: NO_REQUEST } },
        401: UNAUTHORIZED,
      },
      handler: (input) => answer(deps, input),
    }),
  ];
}

async function answer(
  deps: DialectDeps,
  { body, session, idempotencyKey }: SessionInputOf<typeof handleRequestBody>,
): Promise<DialectReply> {
  const { userId } = session.identity;
  const accept = String(body.acceptedRequest) === 'true';
  const asked = { userId, otherId: readOther(body.recipientID), accept, orUnfriend: true, idempotencyKey };
  const user = await wholeUser(deps, userId);
  await deps.clients.users.answerFriendRequest(asked).catch((error: unknown) => {
    throw asRefusal(error, { NOT_FOUND: NO_REQUEST });
  });
  return { body: { message: 'Successfully handled friend request', user } };
}

function readOther(sent: string): string {
  const id = readUserId(sent);
  if (id === undefined) throw refusal(sent === '' ? INVALID_INPUT : NOBODY);
  return id;
}
