import { Channel } from '@florin/proto/gen/auth/florin/auth/v1/Channel.ts';
import { CodePurpose } from '@florin/proto/gen/auth/florin/auth/v1/CodePurpose.ts';
import { deviceOf, passwordPolicyOf } from '../../auth-calls.ts';
import { dialectRoute, type DialectRoute } from '../../dialect.ts';
import { badRequest, refuse, requireAll } from '../errors.ts';
import { changePasswordBody, emailBody, resetBody } from '../schemas.ts';
import { ACCESS_ERRORS, documented, documentedError, sent, success } from '../views.ts';
import { LOGIN_EXAMPLE, SESSION, VIA, isAddress, passwordRule, signedIn } from './auth.ts';

const common = { tag: 'Passwords', access: 'public' } as const;
const RESET_SENT = 'Reset password code sent to your email';
const CHANGED = 'Password changed successfully';
const UNKNOWN = 'User not found';

/** The page names the id beside the message, its envelope has `data`: clients of either find it. */
function resetSent(id: string) {
  return { status: 'success', message: RESET_SENT, id, data: { id } };
}

/** Two of the published clients each have their own path for it, and their own name for the new password. */
function changeRoute(method: 'POST' | 'PUT', under: '/auth' | '/user'): DialectRoute {
  return dialectRoute({
    method,
    path: `/api/v1${under}/change-password`,
    summary: 'Change the password; every token ends, a new one is in the reply',
    tag: common.tag,
    access: 'session',
    once: 'last',
    body: changePasswordBody,
    example: { oldPassword: 'Password321!', [under === '/user' ? 'newPassword' : 'password']: 'P@$$w0rd' },
    replies: {
      200: documented(CHANGED, LOGIN_EXAMPLE),
      400: documentedError('Old password does not match'),
      ...ACCESS_ERRORS,
    },
    handler: async (input, { clients, config }) => {
      const { oldPassword } = input.body;
      const password = input.body.newPassword || input.body.password;
      requireAll({ 'Old password': oldPassword, Password: password });
      const { userId, sessionId } = input.session.identity;
      const { outcome, user, session, message } = await clients.auth.changePassword({
        idempotencyKey: input.idempotencyKey,
        via: VIA,
        userId,
        sessionId,
        currentPassword: oldPassword,
        newPassword: password,
        passwordPolicy: passwordPolicyOf(config),
        device: deviceOf(input),
        session: SESSION,
      });
      switch (outcome) {
        case 'OUTCOME_CHANGED':
          return success(CHANGED, signedIn(sent(user), sent(session)));
        case 'OUTCOME_SAME_PASSWORD':
          throw badRequest('New password must be different from the old password');
        case 'OUTCOME_WRONG_PASSWORD':
          throw badRequest('Old password does not match');
        default:
          throw badRequest(passwordRule(message));
      }
    },
  });
}

/** Forgotten and changed passwords. */
export const passwordRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'POST',
    path: '/api/v1/auth/forgot-password',
    summary: 'Send a code to reset the password',
    ...common,
    body: emailBody,
    example: { email: 'ada@example.com' },
    replies: {
      200: { description: RESET_SENT, example: resetSent(LOGIN_EXAMPLE.id) },
      404: documentedError(UNKNOWN),
    },
    handler: async (input, { clients }) => {
      const { email } = input.body;
      if (!isAddress(email)) throw refuse('NOT_FOUND', UNKNOWN);
      // auth limits these by address and caller
      const { outcome, user } = await clients.auth.sendCode({
        identifier: email,
        channel: Channel.CHANNEL_EMAIL,
        purpose: CodePurpose.CODE_PURPOSE_PASSWORD_RESET,
        device: deviceOf(input),
      });
      if (outcome !== 'OUTCOME_SENT') throw refuse('NOT_FOUND', UNKNOWN);
      const { id } = sent(user);
      return { body: resetSent(id) };
    },
  }),
  dialectRoute({
    method: 'POST',
    path: '/api/v1/auth/reset-password',
    summary: 'Set a new password by the code',
    ...common,
    once: true,
    body: resetBody,
    example: { email: 'ada@example.com', code: '123456', password: 'Password321!' },
    replies: { 200: documented(CHANGED), 400: documentedError('Invalid code'), 404: documentedError(UNKNOWN) },
    handler: async (input, { clients, config }) => {
      const { email, code, password } = input.body;
      requireAll({ Code: code, Password: password });
      if (!isAddress(email)) throw refuse('NOT_FOUND', UNKNOWN);
      const { outcome, message } = await clients.auth.resetPassword({
        idempotencyKey: input.idempotencyKey,
        identifier: email,
        channel: Channel.CHANNEL_EMAIL,
        code,
        password,
        passwordPolicy: passwordPolicyOf(config),
        device: deviceOf(input),
      });
      switch (outcome) {
        case 'CODE_OUTCOME_OK':
          return success(CHANGED);
        case 'CODE_OUTCOME_PASSWORD_REFUSED':
          throw badRequest(passwordRule(message));
        case 'CODE_OUTCOME_WRONG':
        case 'CODE_OUTCOME_EXPIRED':
        case 'CODE_OUTCOME_NONE':
          throw badRequest('Invalid code');
        default:
          throw refuse('NOT_FOUND', UNKNOWN);
      }
    },
  }),
  changeRoute('POST', '/auth'),
  changeRoute('PUT', '/user'),
];
