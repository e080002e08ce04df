import { Channel } from '@florin/proto/gen/auth/florin/auth/v1/Channel.ts';
import type { IncomingMessage } from 'node:http';
import { cookieValues } from '@florin/service-kit';
import { OPAQUE_COOKIE } from '../../../session/sign-in.ts';
import { deviceOf, passwordPolicyOf } from '../../auth-calls.ts';
import { setCookie } from '../../cookies.ts';
import { dialectRoute, type DialectRoute } from '../../dialect.ts';
import { refusal } from '../errors.ts';
import { faultOf, readFields, refuseFields } from '../input.ts';
import { otpBody, passwordBody, resetRequestBody } from '../schemas.ts';
import { EXAMPLE, localMobile } from '../views.ts';
import { passwordFault } from './sign-in.ts';

const common = { tag: 'password', access: 'public' } as const;
const NOT_FOUND = 'not-found';
const NOT_PROVEN = 'unauthorized';
const LONGEST_TOKEN = 512;

/** What the first step left in the cookie: no session, so it signs nobody in. */
function resetToken({ headers }: IncomingMessage): string {
  const token = cookieValues(headers.cookie, OPAQUE_COOKIE)[0] ?? '';
  return token.length > LONGEST_TOKEN ? '' : token;
}

/** The three steps to a new password, tied to one client by the cookie. */
export const passwordRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'POST',
    path: '/auth/password-reset/request',
    summary: 'First step to a new password: a code goes to the number',
    ...common,
    body: resetRequestBody,
    example: EXAMPLE.mobile,
    replies: {
      200: { description: 'Sent; the cookie connect.sid ties the next steps to this client', example: EXAMPLE.mobile },
      404: { description: 'Nobody has the number', example: { error: NOT_FOUND } },
      422: { description: 'Faulty fields', example: { errors: [faultOf('mobile', '0000')] } },
    },
    handler: async (input, { clients, config }) => {
      const { given, faults } = readFields(input.body, ['mobile']);
      if (faults.length > 0) return refuseFields(...faults);
      const { outcome, token } = await clients.auth.startPasswordReset({
        identifier: given.mobile,
        country: config.FENAKA_COUNTRY,
        channel: Channel.CHANNEL_SMS,
        device: deviceOf(input),
      });
      if (outcome !== 'OUTCOME_SENT') return refusal(404, NOT_FOUND);
      return { body: { mobile: given.mobile }, cookies: [setCookie(config, OPAQUE_COOKIE, token, { httpOnly: true })] };
    },
  }),
  dialectRoute({
    method: 'POST',
    path: '/auth/verify-otp/password-reset',
    summary: 'Second step: the code, with the cookie of the first',
    ...common,
    once: true,
    body: otpBody,
    example: { otp: '123456' },
    replies: {
      200: { description: 'Right; a password may be set now', example: EXAMPLE.mobile },
      422: { description: 'Wrong, expired, or without the cookie', example: { errors: [faultOf('otp', '0000')] } },
    },
    handler: async (input, { clients }) => {
      const { given, faults } = readFields(input.body, ['otp']);
      const token = resetToken(input.request);
      if (faults.length > 0 || token === '') return refuseFields(faultOf('otp', input.body.otp));
      const device = deviceOf(input);
      const { outcome, user } = await clients.auth.verifyPasswordReset({
        idempotencyKey: input.idempotencyKey,
        token,
        code: given.otp,
        device,
      });
      if (outcome !== 'CODE_OUTCOME_OK' || !user) return refuseFields(faultOf('otp', input.body.otp));
      return { body: { mobile: localMobile(user) } };
    },
  }),
  dialectRoute({
    method: 'POST',
    path: '/auth/password-reset',
    summary: 'Third step: the new password, with the cookie; every session ends',
    ...common,
    once: true,
    body: passwordBody,
    example: { password: 'Password321!' },
    replies: {
      200: { description: 'Set', example: EXAMPLE.mobile },
      401: { description: 'The code was not given with this cookie', example: { error: NOT_PROVEN } },
      422: { description: 'Faulty fields', example: { errors: [faultOf('password', 'Kee')] } },
    },
    handler: async (input, { clients, config }) => {
      const { given, faults } = readFields(input.body, ['password']);
      if (faults.length > 0) return refuseFields(...faults);
      const token = resetToken(input.request);
      if (token === '') return refusal(401, NOT_PROVEN);
      const { outcome, user, message } = await clients.auth.resetPassword({
        idempotencyKey: input.idempotencyKey,
        token,
        password: given.password,
        passwordPolicy: passwordPolicyOf(config),
        device: deviceOf(input),
      });
      if (outcome === 'CODE_OUTCOME_PASSWORD_REFUSED') {
        return refuseFields(faultOf('password', input.body.password, passwordFault(message)));
      }
      if (outcome !== 'CODE_OUTCOME_OK' || !user) return refusal(401, NOT_PROVEN);
      return { body: { mobile: localMobile(user) } };
    },
  }),
];
