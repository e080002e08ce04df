import { deviceOf } from '../../auth-calls.ts';
import { dialectRoute, type DialectRoute } from '../../dialect.ts';
import { NAME, channelFor, sessionFor } from '../calls.ts';
import { AUTHENTICATION_FAILED, TERMINATED, fail, frozen, terminated, unverified } from '../errors.ts';
import { EXAMPLE } from '../examples.ts';
import { loginBody } from '../schemas.ts';
import { documented, sent, signedIn } from '../views.ts';

const LOGGED_OUT = 'logged out';

export const signInRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'POST',
    path: '/auth/login',
    summary: 'Sign in; with 2FA on, a 2faToken for /auth/verify and an OTP',
    tag: 'Sign-in',
    access: 'public',
    claims: ({ body }) => Object.hasOwn(body, 'platform'),
    body: loginBody,
    example: EXAMPLE.login,
    replies: {
      200: {
        ...documented('Signed in, or a code is out', { token: EXAMPLE.token, id: EXAMPLE.id }),
        others: [{ '2faToken': 'kq3', id: EXAMPLE.id }],
      },
      400: documented('platform must be android, ios or web'),
      401: documented(AUTHENTICATION_FAILED),
      403: documented('Terminated or not verified', { message: TERMINATED, terminated: true }),
    },
    handler: async (input, { clients }) => {
      const { email, password, platform, phone, remember, fcmToken } = input.body;
      const { outcome, user, session, challenge } = await clients.auth.signIn({
        via: NAME,
        identifier: email,
        password,
        requireVerified: true,
        device: deviceOf(input, { platform, pushToken: fcmToken }),
        session: sessionFor(remember),
        sendCode: { channel: channelFor(phone) },
      });
      switch (outcome) {
        case 'OUTCOME_SIGNED_IN':
          return signedIn(user, session);
        case 'OUTCOME_SECOND_FACTOR':
          return { body: { '2faToken': sent(challenge).token, id: sent(user).id } };
        case 'OUTCOME_TERMINATED':
          return terminated();
        case 'OUTCOME_UNVERIFIED':
          return unverified();
        case 'OUTCOME_FROZEN':
          return frozen();
        default:
          return fail(401, AUTHENTICATION_FAILED);
      }
    },
  }),
  dialectRoute({
    method: 'POST',
    path: '/auth/logout',
    summary: 'End this sign-in: the device leaves the list and its token stops working',
    tag: 'Sign-in',
    access: 'session',
    once: 'last',
    claims: ({ request }) => request.headers.authorization !== undefined,
    replies: { 200: documented(LOGGED_OUT), 401: documented('The access token is not valid') },
    handler: async (input, { clients }) => {
      const { userId, sessionId } = input.session.identity;
      await clients.auth.signOut({ userId, sessionId, device: deviceOf(input) });
      return { body: { message: LOGGED_OUT } };
    },
  }),
];
