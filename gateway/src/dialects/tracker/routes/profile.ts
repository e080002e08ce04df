import { dialectRoute, type DialectRoute } from '../../dialect.ts';
import { deviceOf } from '../../auth-calls.ts';
import { profileChanges } from '../schemas.ts';
import {
  ACCESS_ERRORS,
  RETRIEVED,
  UPDATED,
  documented,
  documentedError,
  profileView,
  sent,
  success,
} from '../views.ts';
import { VIA } from './auth.ts';

const common = { tag: 'Profile', access: 'session' } as const;
const CLOSED = 'Account deleted successfully';
const LEFT = 'There is something left in the account: 1250 USD in minor units, 0 of it held';
const EXAMPLE = {
  id: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4',
  name: 'Ada',
  email: 'ada@example.com',
  isVerified: true,
  firstDayOfWeek: 'Monday',
  firstDayOfTheMonth: 1,
  firstMonthOfTheYear: 'January',
  createdAt: '2026-11-21T09:00:00.000Z',
};

/** One's own profile, and the end of it. Days and months are shown by their names, and taken by name or number from 1. */
export const profileRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'GET',
    path: '/api/v1/user/my-profile',
    summary: 'My profile',
    ...common,
    replies: { 200: documented(RETRIEVED, EXAMPLE), ...ACCESS_ERRORS },
    handler: async ({ session }, { clients }) => {
      const { me } = await clients.users.getMe({ userId: session.identity.userId });
      return success(RETRIEVED, profileView(sent(me)));
    },
  }),
  dialectRoute({
    method: 'PUT',
    path: '/api/v1/user/update',
    summary: 'Change my name and my first day of week, day of month and month of year',
    ...common,
    once: true,
    body: profileChanges,
    example: { name: 'Ada L.', firstDayOfWeek: 'Sunday', firstDayOfTheMonth: 25, firstMonthOfTheYear: 'April' },
    replies: {
      200: documented(UPDATED, EXAMPLE),
      400: documentedError('First day of the month must be from 1 to 31'),
      ...ACCESS_ERRORS,
    },
    handler: async ({ body, session }, { clients }) => {
      const { me } = await clients.users.updateMe({ userId: session.identity.userId, ...body });
      return success(UPDATED, profileView(sent(me)));
    },
  }),
  dialectRoute({
    method: 'DELETE',
    path: '/api/v1/user/delete',
    summary: 'Close my account for good; what is still in it is told, and keeps it open',
    ...common,
    once: 'last',
    replies: { 200: documented(CLOSED), 400: documentedError(LEFT), ...ACCESS_ERRORS },
    handler: async (input, { clients }) => {
      const { userId, sessionId } = input.session.identity;
      await clients.auth.closeAccount({
        idempotencyKey: input.idempotencyKey,
        via: VIA,
        userId,
        sessionId,
        device: deviceOf(input),
      });
      return success(CLOSED);
    },
  }),
];
