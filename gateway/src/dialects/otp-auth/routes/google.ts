import { deviceOf } from '../../auth-calls.ts';
import { dialectRoute } from '../../dialect.ts';
import { NAME, channelFor, sessionFor } from '../calls.ts';
import { AUTHENTICATION_FAILED, NO_SUCH_USER, UNVERIFIED, fail, frozen, terminated, unverified } from '../errors.ts';
import { EXAMPLE } from '../examples.ts';
import { googleBody } from '../schemas.ts';
import { documented, sent, signedIn } from '../views.ts';

const { id, token, decoded } = EXAMPLE;

export const googleRoute = dialectRoute({
  method: 'POST',
  path: '/auth/google-login',
  summary: 'Sign in with a Google ID token; `decoded` holds its claims',
  tag: 'Sign-in',
  access: 'public',
  body: googleBody,
  example: EXAMPLE.google,
  replies: {
    200: { ...documented('Signed in', { token, id, decoded }), others: [{ '2faToken': 'kq3', id, decoded }] },
    401: documented(AUTHENTICATION_FAILED),
    403: documented('Terminated or not verified', { message: UNVERIFIED, verificationRequired: true, decoded }),
    404: documented('No such user', { message: NO_SUCH_USER, decoded }),
  },
  handler: async (input, { clients }) => {
    const { googleToken, remember, platform, fcmToken } = input.body;
    const { outcome, user, session, challenge, decodedJson } = await clients.auth.signInWithGoogle({
      via: NAME,
      idToken: googleToken,
      requireVerified: true,
      device: deviceOf(input, { platform, pushToken: fcmToken }),
      session: sessionFor(remember),
      sendCode: { channel: channelFor(false) },
    });
    if (outcome === 'OUTCOME_BAD_TOKEN') return fail(401, AUTHENTICATION_FAILED);
    const more = { decoded: JSON.parse(decodedJson) as unknown };
    switch (outcome) {
      case 'OUTCOME_SIGNED_IN':
        return signedIn(user, session, more);
      case 'OUTCOME_SECOND_FACTOR':
        return { body: { '2faToken': sent(challenge).token, id: sent(user).id, ...more } };
      case 'OUTCOME_TERMINATED':
        return terminated(more);
      case 'OUTCOME_UNVERIFIED':
        return unverified(more);
      case 'OUTCOME_FROZEN':
        return frozen(more);
      default:
        return fail(404, NO_SUCH_USER, more);
    }
  },
});
