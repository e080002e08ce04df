import { SessionKind } from '@florin/proto/gen/auth/florin/auth/v1/SessionKind.ts';
import { deviceOf } from '../../auth-calls.ts';
import { dialectRoute, type DialectDeps, type InputOf, type DialectReply, type DialectRoute } from '../../dialect.ts';
import { clearChallenge, heldChallenge, sessionCookies } from '../access.ts';
import { wholeUser } from '../calls.ts';
import { refuse } from '../errors.ts';
import { EXAMPLE, failed } from '../examples.ts';
import { verifyTotpBody, verifyTotpQuery } from '../schemas.ts';
import { FROZEN } from './login.ts';

const MISSING = 'totp_code and user_id are required';
export const NO_USER = 'User does not exist.';
export const NOT_ENABLED = 'This user does not have 2FA enabled.';
const WRONG = 'The code is either wrong or expired. Please try again.';
const SIGNED_IN = 'You are signed in successfully!';

async function verify(
  deps: DialectDeps,
  input: InputOf<typeof verifyTotpBody, typeof verifyTotpQuery>,
): Promise<DialectReply> {
  const { body, query } = input;
  const userId = body.user_id || query.user_id;
  const challenge = body.challenge || query.challenge || heldChallenge(input);
  const code = body.totp_code || query.totp_code;
  if (code === '' || userId === '') throw refuse('UNAUTHENTICATED', MISSING);
  const { outcome, user, session } = await deps.clients.auth.completeSecondFactor({
    idempotencyKey: input.idempotencyKey,
    challenge,
    userId,
    code,
    device: deviceOf(input),
    // the lifetime stays the one that the login chose
    session: { kind: SessionKind.SESSION_KIND_TOKEN },
  });
  if (outcome === 'OUTCOME_UNKNOWN_USER' || outcome === 'OUTCOME_TERMINATED') throw refuse('NOT_FOUND', NO_USER);
  if (outcome === 'OUTCOME_NOT_ENABLED') throw refuse('INVALID_ARGUMENT', NOT_ENABLED);
  if (outcome === 'OUTCOME_FROZEN') throw refuse('ACCOUNT_FROZEN', FROZEN);
  if (outcome !== 'OUTCOME_SIGNED_IN' || !user || !session) throw refuse('UNAUTHENTICATED', WRONG);
  return {
    body: { success: true, msg: SIGNED_IN, user: await wholeUser(deps, input, user) },
    cookies: [...sessionCookies(deps.config, session), clearChallenge(deps.config)],
  };
}

export const verifyTotpRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'POST',
    path: '/2fa/verify-totp',
    summary: 'Finish a sign-in with the second factor; user_id and challenge may also be in the query or a cookie',
    tag: '2fa',
    access: 'public',
    once: true,
    body: verifyTotpBody,
    query: verifyTotpQuery,
    example: EXAMPLE.verify,
    replies: {
      200: { description: 'Signed in, with cookies', example: { success: true, msg: SIGNED_IN, user: EXAMPLE.user } },
      400: { description: '2FA is off', example: failed(NOT_ENABLED) },
      401: { description: 'A field is missing, or the code or challenge is no good', example: failed(WRONG) },
      404: { description: 'No such user', example: failed(NO_USER) },
    },
    handler: (input, deps) => verify(deps, input),
  }),
];
