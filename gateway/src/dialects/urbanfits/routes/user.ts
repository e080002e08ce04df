import type { DialectDeps } from '../../dialect.ts';
import { dialectRoute } from '../../dialect.ts';
import { replayedHeader } from '../../reply.ts';
import { userById } from '../calls.ts';
import { reworded } from '../errors.ts';
import { EXAMPLE, failed } from '../examples.ts';

const FOUND = 'You are Logged in successfully !';
const NOT_ELIGIBLE = 'You are not eligible for a check in reward yet.';

export function userRoutes(deps: DialectDeps) {
  return [
    dialectRoute({
      method: 'GET',
      path: '/user/get/me',
      summary: 'Yourself',
      tag: 'user',
      access: 'session',
      replies: {
        200: { description: 'You', example: { success: true, msg: FOUND, user: EXAMPLE.user } },
        401: { description: 'Not signed in', example: failed('invalid session token') },
      },
      handler: async (input) => ({
        body: { success: true, msg: FOUND, user: await userById(deps, input, input.session.identity.userId) },
      }),
    }),
    dialectRoute({
      method: 'PUT',
      path: '/user/check-in',
      summary: 'Collect the points of the day',
      tag: 'user',
      access: 'session',
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
      handler: async ({ request, session }) => {
        const { userId } = session.identity;
        const write = { request, dialect: 'urbanfits', parts: ['check-in', userId], tap: false };
        const checkIn = deps.doubleTap.run(write, () => deps.clients.users.checkIn({ userId }));
        const { result, replayed } = await reworded(checkIn, {
          CONFLICT: ['INVALID_ARGUMENT', NOT_ELIGIBLE],
        });
        const { points, lastCheckin } = result;
        const msg = `You got ${points} points for checking in today!`;
        return { body: { success: true, msg, last_checkin: lastCheckin }, headers: replayedHeader(replayed) };
      },
    }),
  ];
}
