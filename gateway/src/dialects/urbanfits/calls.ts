import type { User__Output as AuthUser } from '@florin/proto/gen/auth/florin/auth/v1/User.ts';
import { notFound } from '@florin/errors';
import type { DialectDeps, DialectInput } from '../dialect.ts';
import { refuse } from './errors.ts';
import { userView } from './views.ts';

type Asking = Pick<DialectInput<unknown, unknown, unknown>, 'request'>;

/** The `user` object of somebody auth has just told of: one call. */
export async function wholeUser({ clients }: DialectDeps, { request }: Asking, user: AuthUser) {
  const { me } = await clients.users.getMe({ userId: user.id });
  if (!me) throw notFound('user');
  return userView(user, me, (request.headers['user-agent'] ?? '').slice(0, 400));
}

/** The `user` object by id: two calls at once. */
export async function userById({ clients }: DialectDeps, { request }: Asking, userId: string) {
  const [{ users }, { me }] = await Promise.all([
    clients.auth.getUsers({ ids: [userId] }),
    clients.users.getMe({ userId }),
  ]);
  const [user] = users;
  if (!user || !me) throw notFound('user');
  return userView(user, me, (request.headers['user-agent'] ?? '').slice(0, 400));
}

export const NO_CARD = 'Please provide a card number.';
export const NOT_YOUR_CARD = 'No UF wallet of yours has this card number.';

/** Refuses a card number that is missing (403) or not the caller's own (404). */
export async function requireOwnCard({ clients }: DialectDeps, userId: string, cardNumber: string): Promise<void> {
  if (cardNumber === '') throw refuse('FORBIDDEN', NO_CARD);
  const { me } = await clients.users.getMe({ userId });
  if (me?.cardNumber !== cardNumber) throw refuse('NOT_FOUND', NOT_YOUR_CARD);
}
