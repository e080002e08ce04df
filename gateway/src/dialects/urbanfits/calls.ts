import type { User__Output as AuthUser } from '@florin/proto/gen/auth/florin/auth/v1/User.ts';
import { notFound } from '@florin/errors';
import type { z } from 'zod';
import type { DialectDeps, DialectInput } from '../dialect.ts';
import { refuse } from './errors.ts';
import type { userChanges } from './schemas.ts';
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

type Changes = z.output<typeof userChanges>;

/** Changes the profile and answers the `user` object. Three calls, two of them at once. Throws INVALID_ARGUMENT. */
export async function changeUser({ clients }: DialectDeps, { request }: Asking, userId: string, changes: Changes) {
  const [{ users }, { me: before }] = await Promise.all([
    clients.auth.getUsers({ ids: [userId] }),
    clients.users.getMe({ userId }),
  ]);
  const [user] = users;
  if (!user || !before) throw notFound('user');
  const userAgent = (request.headers['user-agent'] ?? '').slice(0, 400);
  const wanted = wantedOf(changes, userView(user, before, userAgent));
  if (Object.values(wanted).every((value) => value === undefined)) return userView(user, before, userAgent);
  const { me } = await clients.users.updateMe({ userId, ...wanted });
  return userView(user, me ?? before, userAgent);
}

/** Half a name or number goes with the half that is there. */
function wantedOf(changes: Changes, before: ReturnType<typeof userView>) {
  const { firstname, lastname, phone_prefix, phone_number, timezone, gender, title } = changes;
  const renamed = firstname !== undefined || lastname !== undefined;
  const givenName = firstname ?? before.firstname;
  if (renamed && givenName === '') throw refuse('INVALID_ARGUMENT', 'firstname is required');
  const prefix = (phone_prefix ?? before.phone_prefix).replace(/^(?:\+|00)?/, '+');
  const number = (phone_number ?? before.phone_number).replace(/[\s().-]/g, '');
  const called = phone_prefix !== undefined || phone_number !== undefined;
  if (called && number !== '' && prefix === '+') throw refuse('INVALID_ARGUMENT', 'phone_prefix is required');
  return {
    name: renamed ? `${givenName} ${lastname ?? before.lastname}`.trim() : undefined,
    givenName: renamed ? givenName : undefined,
    phone: called ? number && prefix + number : undefined,
    timeZone: timezone,
    gender,
    title,
  };
}

export const NO_CARD = 'Please provide a card number.';
export const NOT_YOUR_CARD = 'No UF wallet of yours has this card number.';

/** Refuses a card number that is missing (403) or not the caller's own (404). */
export async function requireOwnCard({ clients }: DialectDeps, userId: string, cardNumber: string): Promise<void> {
  if (cardNumber === '') throw refuse('FORBIDDEN', NO_CARD);
  const { me } = await clients.users.getMe({ userId });
  if (me?.cardNumber !== cardNumber) throw refuse('NOT_FOUND', NOT_YOUR_CARD);
}
