import { deviceOf, passwordPolicyOf } from '../../auth-calls.ts';
import { dialectRoute } from '../../dialect.ts';
import { NAME, channelFor } from '../calls.ts';
import { fail, sentence } from '../errors.ts';
import { EXAMPLE } from '../examples.ts';
import { registerBody } from '../schemas.ts';
import { documented, sent } from '../views.ts';

const REGISTERED = 'registered; an OTP was sent to your e-mail';
const TAKEN = 'email is already in use';

export const registerRoute = dialectRoute({
  method: 'POST',
  path: '/auth/register',
  summary: 'Make an account; an OTP goes to the address',
  tag: 'Account',
  access: 'public',
  once: true,
  body: registerBody,
  example: EXAMPLE.register,
  replies: {
    201: documented('Registered', { message: REGISTERED, id: EXAMPLE.id }),
    400: documented('password must be at least 8 characters'),
    409: documented(TAKEN),
  },
  handler: async (input, { clients, config }) => {
    const { email, password, dob } = input.body;
    const { outcome, user, message } = await clients.auth.signUp({
      idempotencyKey: input.idempotencyKey,
      via: NAME,
      email,
      password,
      passwordPolicy: passwordPolicyOf(config),
      dateOfBirth: dob,
      device: deviceOf(input),
      sendCode: { channel: channelFor(false) },
    });
    if (outcome === 'OUTCOME_CREATED') return { status: 201, body: { message: REGISTERED, id: sent(user).id } };
    if (outcome === 'OUTCOME_EMAIL_TAKEN') return fail(409, TAKEN);
    return fail(400, sentence(message, { dateOfBirth: 'dob' }));
  },
});
