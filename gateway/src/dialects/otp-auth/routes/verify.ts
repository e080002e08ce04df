import { deviceOf } from '../../auth-calls.ts';
import { dialectRoute, type DialectDeps, type InputOf, type DialectReply } from '../../dialect.ts';
import { NAME, channelFor, sessionFor } from '../calls.ts';
import { CODE_REPLIES, refuseChallenge, refuseCode } from '../errors.ts';
import { EXAMPLE } from '../examples.ts';
import { verifyBody } from '../schemas.ts';
import { documented, signedIn } from '../views.ts';

type Input = InputOf<typeof verifyBody>;

/** The second step of a login; undefined for a person without 2FA, whose token then says nothing. */
async function redeem({ clients }: DialectDeps, input: Input): Promise<DialectReply | undefined> {
  const { email, otp, platform, fcmToken, '2faToken': challenge } = input.body;
  const { outcome, user, session } = await clients.auth.completeSecondFactor({
    idempotencyKey: input.idempotencyKey,
    challenge,
    identifier: email,
    code: otp,
    device: deviceOf(input, { platform, pushToken: fcmToken }),
    verifyContact: true,
  });
  if (outcome === 'OUTCOME_NOT_ENABLED') return undefined;
  return outcome === 'OUTCOME_SIGNED_IN' ? signedIn(user, session) : refuseChallenge(outcome);
}

async function verifyAddress({ clients }: DialectDeps, input: Input): Promise<DialectReply> {
  const { email, otp, phone, platform, remember, fcmToken } = input.body;
  const { outcome, user, session } = await clients.auth.verifyContact({
    idempotencyKey: input.idempotencyKey,
    via: NAME,
    identifier: email,
    channel: channelFor(phone),
    code: otp,
    device: deviceOf(input, { platform, pushToken: fcmToken }),
    session: sessionFor(remember),
  });
  return outcome === 'CODE_OUTCOME_OK' ? signedIn(user, session) : refuseCode(outcome);
}

export const verifyRoute = dialectRoute({
  method: 'POST',
  path: '/auth/verify',
  summary: 'Verify the address by the OTP and sign in; with 2FA on, redeem the 2faToken of the login',
  tag: 'Sign-in',
  access: 'public',
  once: true,
  body: verifyBody,
  example: EXAMPLE.verify,
  replies: { 200: documented('Signed in', { token: EXAMPLE.token, id: EXAMPLE.id }), ...CODE_REPLIES },
  handler: async (input, deps) =>
    (input.body['2faToken'] === '' ? undefined : await redeem(deps, input)) ?? verifyAddress(deps, input),
});
