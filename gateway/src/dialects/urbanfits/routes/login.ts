import { Channel } from '@florin/proto/gen/auth/florin/auth/v1/Channel.ts';
import { CodePurpose } from '@florin/proto/gen/auth/florin/auth/v1/CodePurpose.ts';
import { SessionKind } from '@florin/proto/gen/auth/florin/auth/v1/SessionKind.ts';
import type { SignInResponse__Output as SignedIn } from '@florin/proto/gen/auth/florin/auth/v1/SignInResponse.ts';
import type { SignInWithGoogleResponse__Output as GoogleSignedIn } from '@florin/proto/gen/auth/florin/auth/v1/SignInWithGoogleResponse.ts';
import { requireSession } from '../../access.ts';
import { DAY_SECONDS, deviceOf } from '../../auth-calls.ts';
import { dialectRoute, type DialectDeps, type InputOf, type DialectReply, type DialectRoute } from '../../dialect.ts';
import { challengeCookie, clearSession, hasFlag, sessionCookies } from '../access.ts';
import { wholeUser } from '../calls.ts';
import { refuse } from '../errors.ts';
import { EXAMPLE, failed } from '../examples.ts';
import { loginBody } from '../schemas.ts';
import { providerOf } from '../views.ts';

const LOGGED_IN = 'You are Logged in successfully !';
const LOGGED_OUT = 'You are Logged out successfully !';
const UNKNOWN = 'User not found, please create an account';
const WRONG_PASSWORD = 'Your password is incorrect';
export const FROZEN = 'This account is frozen. Please contact support.';
const BAD_GOOGLE = 'Your Google sign-in could not be verified. Please sign in with Google again.';
const DAYS = { remembered: 30, usual: 7 };

type LoginInput = InputOf<typeof loginBody>;
type Answer = SignedIn | GoogleSignedIn;

async function login(deps: DialectDeps, input: LoginInput): Promise<DialectReply> {
  const { email, password, register_provider: provider, id_token: sentToken } = input.body;
  if (provider !== '' && provider !== 'urbanfits' && provider !== 'google') {
    throw refuse('INVALID_ARGUMENT', 'register_provider must be urbanfits or google');
  }
  const google = provider === 'google';
  const idToken = google ? sentToken || tokenIn(password) : '';
  if (idToken !== '') return finish(deps, input, await withGoogle(deps, input, idToken));
  if (email === '') throw refuse('INVALID_ARGUMENT', 'email is required');
  if (!google && password === '') throw refuse('INVALID_ARGUMENT', 'password is required');
  // without an ID token nobody gets in by Google; auth is still asked, for the account's own provider
  return finish(deps, input, await withPassword(deps, input, google ? '' : password));
}

/** The published body has no field for it but this one. */
function tokenIn(password: string): string {
  return /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(password) ? password : '';
}

function commonOf(input: LoginInput) {
  const { remember_me: remember } = input.body;
  const days = remember === true || remember === 'true' ? DAYS.remembered : DAYS.usual;
  return {
    via: 'urbanfits',
    device: deviceOf(input, { platform: 'web' }),
    session: { kind: SessionKind.SESSION_KIND_TOKEN, lifetimeSeconds: days * DAY_SECONDS },
    // only goes out to people whose second factor is a code by e-mail or SMS
    sendCode: { channel: Channel.CHANNEL_EMAIL, purpose: CodePurpose.CODE_PURPOSE_SECOND_FACTOR },
  };
}

async function withPassword({ clients }: DialectDeps, input: LoginInput, password: string): Promise<Answer> {
  const { email: identifier, register_provider: asked } = input.body;
  const answer = await clients.auth.signIn({ ...commonOf(input), identifier, password });
  const { outcome, user } = answer;
  if (outcome === 'OUTCOME_UNKNOWN_USER' || outcome === 'OUTCOME_TERMINATED') throw refuse('NOT_FOUND', UNKNOWN);
  if (user && outcome === 'OUTCOME_OTHER_PROVIDER' && asked !== 'google') throw otherProvider(user);
  if (user && asked === 'google') {
    if (providerOf(user) !== 'google') throw otherProvider(user);
    throw refuse('UNAUTHENTICATED', BAD_GOOGLE);
  }
  if (outcome === 'OUTCOME_WRONG_PASSWORD') throw refuse('UNAUTHENTICATED', WRONG_PASSWORD);
  return answer;
}

async function withGoogle({ clients }: DialectDeps, input: LoginInput, idToken: string): Promise<Answer> {
  const answer = await clients.auth.signInWithGoogle({ ...commonOf(input), idToken, create: false });
  const { outcome, user } = answer;
  if (outcome === 'OUTCOME_BAD_TOKEN') throw refuse('UNAUTHENTICATED', BAD_GOOGLE);
  if (outcome === 'OUTCOME_UNKNOWN_USER' || outcome === 'OUTCOME_TERMINATED') throw refuse('NOT_FOUND', UNKNOWN);
  if (outcome === 'OUTCOME_UNVERIFIED' && user) throw otherProvider(user);
  return answer;
}

function otherProvider(user: Parameters<typeof providerOf>[0]) {
  return refuse('CONFLICT', `This account is associated with ${providerOf(user)}`);
}

/** The session and its cookies, or where the second factor is asked for. */
async function finish(deps: DialectDeps, input: LoginInput, answer: Answer): Promise<DialectReply> {
  const { user, session, challenge, outcome } = answer;
  if (outcome === 'OUTCOME_FROZEN') throw refuse('ACCOUNT_FROZEN', FROZEN);
  if (user && challenge) {
    const query = new URLSearchParams({ user_id: user.id, challenge: challenge.token });
    return {
      body: { success: true, msg: '', redirect_url: `/auth/confirm-2fa-totp?${query.toString()}` },
      cookies: [challengeCookie(deps.config, challenge)],
    };
  }
  if (!user || !session) throw new Error(`auth answered ${outcome} without a session`);
  return {
    body: { success: true, msg: LOGGED_IN, user: await wholeUser(deps, input, user) },
    cookies: sessionCookies(deps.config, session),
  };
}

export const loginRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'POST',
    path: '/auth/login',
    summary: 'Sign in',
    tag: 'session',
    access: 'public',
    claims: ({ body }) =>
      !Object.hasOwn(body, 'platform') &&
      ['register_provider', 'remember_me'].some((name) => Object.hasOwn(body, name)),
    body: loginBody,
    example: EXAMPLE.login,
    replies: {
      200: {
        description: 'Signed in, with cookies; or a redirect_url and no session cookies when 2FA is on',
        example: { success: true, msg: LOGGED_IN, user: EXAMPLE.user },
        others: [EXAMPLE.challenge],
      },
      400: { description: 'A field is missing', example: failed('email is required') },
      401: { description: 'Wrong password', example: failed(WRONG_PASSWORD) },
      404: { description: 'Nobody has this e-mail or username', example: failed(UNKNOWN) },
      409: { description: 'Another provider', example: failed('This account is associated with google') },
    },
    handler: (input, deps) => login(deps, input),
  }),
  dialectRoute({
    method: 'POST',
    path: '/auth/logout',
    summary: 'End the session of the cookie',
    tag: 'session',
    access: 'public',
    once: 'last',
    replies: {
      200: { description: 'Cookies cleared', example: { success: true, msg: LOGGED_OUT } },
      401: { description: 'Not signed in', example: failed('invalid session token') },
    },
    handler: async (input, deps) => {
      // what is left of a session that ended elsewhere is cleared, too
      const session = hasFlag(input) && !input.session ? undefined : requireSession(input.request);
      if (session) {
        const { userId, sessionId } = session.identity;
        await deps.clients.auth.signOut({ userId, sessionId, device: deviceOf(input) });
      }
      return { body: { success: true, msg: LOGGED_OUT }, cookies: clearSession(deps.config) };
    },
  }),
];
