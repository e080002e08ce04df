import { Channel } from '@florin/proto/gen/auth/florin/auth/v1/Channel.ts';
import { CodePurpose } from '@florin/proto/gen/auth/florin/auth/v1/CodePurpose.ts';
import { SessionKind } from '@florin/proto/gen/auth/florin/auth/v1/SessionKind.ts';
import type { Session__Output as Session } from '@florin/proto/gen/auth/florin/auth/v1/Session.ts';
import type { SignUpResponse__Output as SignedUp } from '@florin/proto/gen/auth/florin/auth/v1/SignUpResponse.ts';
import { isFlorinError } from '@florin/errors';
import { DAY_SECONDS, deviceOf, passwordPolicyOf } from '../../auth-calls.ts';
import { dialectRoute, type DialectDeps, type InputOf, type DialectReply, type DialectRoute } from '../../dialect.ts';
import { wholeUser } from '../calls.ts';
import { INVALID_INPUT, refusal } from '../errors.ts';
import { EXAMPLE } from '../examples.ts';
import { loginBody, signUpBody } from '../schemas.ts';
import { friendView } from '../views.ts';

const common = { tag: 'account', access: 'public' } as const;
const EMAIL_IN_USE = 'Email is already in use. Please use another email address or sign in';
export const USERNAME_IN_USE = 'Username is already in use. Please select another username or sign in';
const BAD_LOGIN = 'Incorrect username or password! Please try again.';
const SECOND_FACTOR =
  'Two-factor authentication is on for this account, and SpotMe can not ask for its code. Sign in with an app that ' +
  'asks for the code, or turn two-factor authentication off there, then log in here.';
const FROZEN = 'This account is frozen. Reset the password to use it again.';
/** auth reads an empty username as none wanted; a blank one is refused */
const NO_USERNAME = ' ';
/** a password auth never takes: what else is wrong with the sign-up decides the answer */
const NO_PASSWORD = '';

export const SESSION = { kind: SessionKind.SESSION_KIND_TOKEN, lifetimeSeconds: DAY_SECONDS };

/** What every reply that signs in holds besides the message and the user. */
export function tokenOf(session: Session | null) {
  return { token: `Bearer ${session?.token ?? ''}`, expiresIn: '1d' };
}

async function signUp(deps: DialectDeps, input: InputOf<typeof signUpBody>): Promise<DialectReply> {
  const { name, username, email, password, confirmPassword } = input.body;
  if (email === '') return inUse(EMAIL_IN_USE);
  const complete = name !== '' && password === confirmPassword;
  const answer = await deps.clients.auth.signUp({
    idempotencyKey: input.idempotencyKey,
    via: 'spotme',
    email,
    username: username === '' ? NO_USERNAME : username,
    shortestUsername: 1,
    name,
    password: complete ? password : NO_PASSWORD,
    passwordPolicy: passwordPolicyOf(deps.config),
    device: deviceOf(input),
    // the address gets proven by the code, in an API that asks for it
    sendCode: { channel: Channel.CHANNEL_EMAIL, purpose: CodePurpose.CODE_PURPOSE_VERIFY },
    session: SESSION,
  });
  const { outcome, user, session } = answer;
  if (outcome !== 'OUTCOME_CREATED' || !user) return refuseSignUp(deps, answer, { email, username });
  const body = {
    message: 'Successfully signed up the user!',
    ...tokenOf(session),
    user: { ...friendView(user, 0), img: '' },
  };
  return { body };
}

/** The published order, e-mail, username, the rest, is not auth's: what auth did not come to is asked for. */
async function refuseSignUp(
  deps: DialectDeps,
  { outcome }: SignedUp,
  { email, username }: { email: string; username: string },
): Promise<DialectReply> {
  if (outcome.startsWith('OUTCOME_EMAIL')) return inUse(EMAIL_IN_USE);
  const known = outcome.startsWith('OUTCOME_USERNAME');
  const [emailTaken, usernameTaken] = await Promise.all([
    isTaken(deps, { email }),
    known || isTaken(deps, { username }),
  ]);
  if (emailTaken) return inUse(EMAIL_IN_USE);
  if (usernameTaken) return inUse(USERNAME_IN_USE);
  throw refusal(INVALID_INPUT);
}

async function isTaken({ clients }: DialectDeps, by: { email: string } | { username: string }): Promise<boolean> {
  try {
    await clients.auth.resolveUser(by);
    return true;
  } catch (error) {
    if (isFlorinError(error) && error.code === 'NOT_FOUND') return false;
    throw error;
  }
}

export function inUse(message: string): DialectReply {
  return { status: 403, body: { message } };
}

async function login(deps: DialectDeps, input: InputOf<typeof loginBody>): Promise<DialectReply> {
  const { email, password } = input.body;
  const { outcome, user, session } = await deps.clients.auth.signIn({
    via: 'spotme',
    identifier: email,
    password,
    device: deviceOf(input),
    session: SESSION,
  });
  if (outcome === 'OUTCOME_SECOND_FACTOR') return { status: 403, body: { message: SECOND_FACTOR } };
  if (outcome === 'OUTCOME_FROZEN') return { status: 403, body: { message: FROZEN } };
  if (outcome !== 'OUTCOME_SIGNED_IN' || !user) return { status: 401, body: { message: BAD_LOGIN } };
  const whole = await wholeUser(deps, user.id, user);
  return { body: { message: 'Successfully logged in the user!', ...tokenOf(session), user: whole } };
}

export const signInRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'POST',
    path: '/auth/signup',
    summary: 'Make an account and sign in',
    ...common,
    once: true,
    body: signUpBody,
    example: EXAMPLE.signUp,
    replies: {
      200: {
        description: 'Signed up',
        example: { message: 'Successfully signed up the user!', ...EXAMPLE.token, user: EXAMPLE.newUser },
      },
      400: { description: 'Another field is missing or wrong', example: { message: INVALID_INPUT } },
      403: { description: 'The e-mail (looked at first) or username is no good', example: { message: EMAIL_IN_USE } },
    },
    handler: (input, deps) => signUp(deps, input),
  }),
  dialectRoute({
    method: 'POST',
    path: '/auth/login',
    summary: 'Sign in',
    ...common,
    body: loginBody,
    example: EXAMPLE.login,
    replies: {
      200: {
        description: 'Signed in',
        example: { message: 'Successfully logged in the user!', ...EXAMPLE.token, user: EXAMPLE.user },
      },
      401: { description: 'Unknown user or wrong password', example: { message: BAD_LOGIN } },
      403: { description: 'Two-factor authentication is on elsewhere', example: { message: SECOND_FACTOR } },
    },
    handler: (input, deps) => login(deps, input),
  }),
];
