import { Channel } from '@florin/proto/gen/auth/florin/auth/v1/Channel.ts';
import { CodePurpose } from '@florin/proto/gen/auth/florin/auth/v1/CodePurpose.ts';
import { SessionKind } from '@florin/proto/gen/auth/florin/auth/v1/SessionKind.ts';
import { DAY_SECONDS, deviceOf, passwordPolicyOf } from '../../auth-calls.ts';
import { dialectRoute, type DialectRoute } from '../../dialect.ts';
import { badRequest, faultText, refuse } from '../errors.ts';
import { emailBody, loginBody, registerBody, verifyBody } from '../schemas.ts';
import { documented, documentedError, sent, success } from '../views.ts';

const common = { tag: 'Auth', access: 'public' } as const;
export const VIA = 'tracker';
export const SESSION = { kind: SessionKind.SESSION_KIND_TOKEN, lifetimeSeconds: 7 * DAY_SECONDS };
const VERIFICATION = { channel: Channel.CHANNEL_EMAIL, purpose: CodePurpose.CODE_PURPOSE_VERIFY };

const CODE_SENT = 'Email verification has been sent to your email';
const VERIFY_FIRST = 'Please verify your email';
const WRONG = 'Invalid email or password';
const SECOND_FACTOR =
  'This account has a second factor. Sign in with it at /v1/auth/login or an app that asks for it; that token works here';

/** Only addresses sign in here: text without an at sign would be read as a username or a number. */
export const isAddress = (email: string): boolean => email.includes('@');

/** auth's `password: must be ...` as a sentence. */
export function passwordRule(message: string): string {
  const [, path = 'password', rest = message] = /^(\w+): (.*)$/s.exec(message) ?? [];
  return faultText({ path, message: rest });
}

export const LOGIN_EXAMPLE = {
  token: 'eyJ...',
  id: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4',
  email: 'ada@example.com',
  name: 'Ada',
};

/** What a sign-in answers. */
export function signedIn(user: { id: string; email: string; name: string }, session: { token: string }) {
  return { token: session.token, id: user.id, email: user.email, name: user.name };
}

/** Signing up and in. */
export const authRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'POST',
    path: '/api/v1/auth/register',
    summary: 'Make an account; a code goes to the address',
    ...common,
    once: true,
    body: registerBody,
    example: { email: 'ada@example.com', password: 'Password321!', name: 'Ada' },
    replies: { 200: documented(CODE_SENT), 400: documentedError('Email and Password is required') },
    handler: async (input, { clients, config }) => {
      const { email, password, name } = input.body;
      if (email === '' || password === '') throw badRequest('Email and Password is required');
      if (name === '') throw badRequest('Name is required');
      const { outcome, message } = await clients.auth.signUp({
        idempotencyKey: input.idempotencyKey,
        via: VIA,
        email,
        password,
        name,
        passwordPolicy: passwordPolicyOf(config),
        device: deviceOf(input),
        sendCode: VERIFICATION,
      });
      switch (outcome) {
        case 'OUTCOME_CREATED':
          return success(CODE_SENT);
        case 'OUTCOME_EMAIL_TAKEN':
          throw badRequest('Email already used');
        case 'OUTCOME_EMAIL_INVALID':
          throw badRequest('Invalid email format');
        default:
          throw badRequest(passwordRule(message));
      }
    },
  }),
  dialectRoute({
    method: 'POST',
    path: '/api/v1/auth/verify',
    summary: 'Verify an address by the code mailed to it',
    ...common,
    once: true,
    body: verifyBody,
    example: { email: 'ada@example.com', code: '123456' },
    replies: { 200: documented('Email verified successfully'), 400: documentedError('Invalid code') },
    handler: async (input, { clients }) => {
      const { email, code } = input.body;
      if (email === '' || code === '') throw badRequest('Email and Code is required');
      if (!isAddress(email)) throw badRequest('Invalid Email or Code');
      const { outcome } = await clients.auth.verifyContact({
        idempotencyKey: input.idempotencyKey,
        via: VIA,
        identifier: email,
        channel: Channel.CHANNEL_EMAIL,
        code,
        refuseVerified: true,
        device: deviceOf(input),
      });
      switch (outcome) {
        case 'CODE_OUTCOME_OK':
          return success('Email verified successfully');
        case 'CODE_OUTCOME_ALREADY_VERIFIED':
          throw badRequest('Email already verified');
        case 'CODE_OUTCOME_WRONG':
        case 'CODE_OUTCOME_EXPIRED':
        case 'CODE_OUTCOME_NONE':
          throw badRequest('Invalid code');
        default:
          throw badRequest('Invalid Email or Code');
      }
    },
  }),
  dialectRoute({
    method: 'POST',
    path: '/api/v1/auth/resend-code',
    summary: 'Send the verification code again',
    ...common,
    body: emailBody,
    example: { email: 'ada@example.com' },
    replies: { 200: documented(CODE_SENT), 400: documentedError('Invalid Email') },
    handler: async (input, { clients }) => {
      const { email } = input.body;
      if (email === '') throw badRequest('Email is required');
      if (!isAddress(email)) throw badRequest('Invalid Email');
      const { outcome } = await clients.auth.sendCode({ identifier: email, ...VERIFICATION, device: deviceOf(input) });
      if (outcome === 'OUTCOME_SENT') return success(CODE_SENT);
      throw badRequest(outcome === 'OUTCOME_ALREADY_VERIFIED' ? 'Email already verified' : 'Invalid Email');
    },
  }),
  dialectRoute({
    method: 'POST',
    path: '/api/v1/auth/login',
    summary: 'Sign in for seven days',
    ...common,
    body: loginBody,
    example: { email: 'ada@example.com', password: 'Password321!' },
    replies: {
      200: documented('Login successfully', LOGIN_EXAMPLE),
      400: documentedError('Email and Password are required'),
      401: documentedError(WRONG),
      403: documentedError(VERIFY_FIRST),
    },
    handler: async (input, { clients }) => {
      const { email, password } = input.body;
      if (email === '' || password === '') throw badRequest('Email and Password are required');
      if (!isAddress(email)) throw refuse('UNAUTHENTICATED', WRONG);
      const device = deviceOf(input);
      const reply = await clients.auth.signIn({
        via: VIA,
        identifier: email,
        password,
        requireVerified: true,
        device,
        session: SESSION,
      });
      const { user, session } = reply;
      // this API asks for verification before the password, and for that of the address itself
      if (user?.status === 'active' && !user.emailVerified) {
        if (session) await clients.auth.signOut({ userId: user.id, sessionId: session.id, device });
        throw refuse('EMAIL_NOT_VERIFIED', VERIFY_FIRST);
      }
      switch (reply.outcome) {
        case 'OUTCOME_SIGNED_IN':
          return success('Login successfully', signedIn(sent(user), sent(session)));
        case 'OUTCOME_SECOND_FACTOR':
          throw refuse('SECOND_FACTOR_REQUIRED', SECOND_FACTOR);
        case 'OUTCOME_FROZEN':
          throw refuse('ACCOUNT_FROZEN', 'This account is locked. Reset the password to use it again');
        default:
          throw refuse('UNAUTHENTICATED', WRONG);
      }
    },
  }),
];
