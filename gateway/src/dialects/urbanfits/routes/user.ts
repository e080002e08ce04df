import { dialectRoute, type DialectRoute } from '../../dialect.ts';
import { changeUser, userById } from '../calls.ts';
import { reworded } from '../errors.ts';
import { EXAMPLE, failed } from '../examples.ts';
import { userChanges } from '../schemas.ts';

const common = { tag: 'user', access: 'session' } as const;
const FOUND = 'You are Logged in successfully !';
const UPDATED = 'Your profile has been updated.';
const NOT_ELIGIBLE = 'You are not eligible for a check in reward yet.';

export const userRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'GET',
    path: '/user/get/me',
    summary: 'Yourself',
    ...common,
    replies: {
      200: { description: 'You', example: { success: true, msg: FOUND, user: EXAMPLE.user } },
      401: { description: 'Not signed in', example: failed('invalid session token') },
    },
    handler: async (input, deps) => ({
      body: { success: true, msg: FOUND, user: await userById(deps, input, input.session.identity.userId) },
    }),
  }),
  dialectRoute({
    method: 'PUT',
    path: '/user/update',
    summary: 'Change your name, gender, title, phone number and time zone; nobody else sees them but the name',
    ...common,
    once: true,
    body: userChanges,
    example: EXAMPLE.changes,
    replies: {
      200: { description: 'Changed', example: { success: true, msg: UPDATED, user: EXAMPLE.user } },
      400: { description: 'A field is no good', example: failed('timezone must be an IANA time zone') },
      401: { description: 'Not signed in', example: failed('invalid session token') },
    },
    handler: async (input, deps) => ({
      body: {
        success: true,
        msg: UPDATED,
        user: await changeUser(deps, input, input.session.identity.userId, input.body),
      },
    }),
  }),
  dialectRoute({
    method: 'PUT',
    path: '/user/check-in',
    summary: 'Collect the points of the day',
    ...common,
    once: true,
    replies: {
      200: {
        description: 'Collected',
        example: {
          success: true,
          msg: 'You got 35 points for checking in today!',
          last_checkin: '2026-11-22T19:59:59.999Z',
        },
      },
      400: { description: 'Used today, or the sign-up day', example: failed(NOT_ELIGIBLE) },
      401: { description: 'Not signed in', example: failed('invalid session token') },
    },
    handler: async ({ session, idempotencyKey }, { clients }) => {
      const checkIn = clients.users.checkIn({ userId: session.identity.userId, idempotencyKey });
      const { points, lastCheckin } = await reworded(checkIn, { CONFLICT: ['INVALID_ARGUMENT', NOT_ELIGIBLE] });
      const msg = `You got ${points} points for checking in today!`;
      return { body: { success: true, msg, last_checkin: lastCheckin } };
    },
  }),
];
