import { deviceOf, passwordPolicyOf } from '../../auth-calls.ts';
import { dialectRoute } from '../../dialect.ts';
import { channelFor } from '../calls.ts';
import { CODE_REPLIES, fail, refuseCode, sentence } from '../errors.ts';
import { EXAMPLE } from '../examples.ts';
import { resetBody } from '../schemas.ts';
import { documented } from '../views.ts';

const RESET = 'the password was reset';

export const resetPasswordRoute = dialectRoute({
  method: 'POST',
  path: '/auth/reset-password',
  summary: 'Set a new password by the OTP; every sign-in ends',
  tag: 'Account',
  access: 'public',
  once: true,
  body: resetBody,
  example: EXAMPLE.reset,
  replies: { 200: documented(RESET), 400: documented('password must be at least 8 characters'), ...CODE_REPLIES },
  handler: async (input, { clients, config }) => {
    const { email, otp, password, phone } = input.body;
    const { outcome, message } = await clients.auth.resetPassword({
      idempotencyKey: input.idempotencyKey,
      identifier: email,
      channel: channelFor(phone),
      code: otp,
      password,
      passwordPolicy: passwordPolicyOf(config),
      device: deviceOf(input),
    });
    if (outcome === 'CODE_OUTCOME_OK') return { body: { message: RESET } };
    return outcome === 'CODE_OUTCOME_PASSWORD_REFUSED' ? fail(400, sentence(message)) : refuseCode(outcome);
  },
});
