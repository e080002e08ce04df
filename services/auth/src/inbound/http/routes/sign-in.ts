import { z } from 'zod';
import { FlorinError } from '@florin/errors';
import { route, type Reply, type Route } from '@florin/service-kit';
import { readIdentifier } from '../../../app/accounts/identifiers.ts';
import type { UseCases } from '../../../app/index.ts';
import type { SignInResult } from '../../../app/sign-ins/sign-in.ts';
import { readCookie, requireOwnOrigin, callerFrom, deviceOf, limit } from '../caller.ts';
import {
  deviceSchema,
  signInReplySchema,
  signedInSchema,
  tokenSchema,
  identifierSchema,
  typedPassword,
} from '../schemas.ts';
import { assertionSchema, passkeyAnswer } from '../schemas/passkey.ts';
import { signedInReply, userView, challengeReply } from '../views.ts';
import { TRUSTED_COOKIE } from '../views/cookie.ts';
import { typedFactor } from './second-factor.ts';

const common = { tag: 'sessions', access: 'public' } as const;

/** How a person wants to be signed in. */
const wishes = {
  rememberMe: z.boolean().default(false),
  /** tokens in cookies rather than in the reply */
  cookies: z.boolean().default(false),
  trustedDevice: tokenSchema.optional(),
  device: deviceSchema,
};

function googleRoute(useCases: UseCases): Route {
  return route({
    method: 'post',
    path: '/v1/auth/google',
    summary: 'Sign in with a Google ID token; makes an account when there is none',
    ...common,
    body: z.strictObject({
      idToken: z.string().min(1).max(8192),
      ...wishes,
    }),
    reply: { status: 200, schema: signInReplySchema },
    errors: ['UNAUTHENTICATED', 'EMAIL_NOT_VERIFIED', 'ACCOUNT_TERMINATED', 'ACCOUNT_FROZEN', 'UNAVAILABLE'],
    handler: async ({ body, request }) => {
      await limit(useCases, 'google', request);
      if (body.cookies) requireOwnOrigin(useCases, request);
      const device = deviceOf(request, body.device);
      const result = await useCases.signInWithGoogle({
        idToken: body.idToken,
        requireVerified: true,
        create: true,
        trustedDevice: body.trustedDevice ?? readCookie(request, TRUSTED_COOKIE),
        spec: { kind: 'refresh', remember: body.rememberMe, via: 'v1', device },
      });
      if (result.outcome === 'bad-token') throw new FlorinError('UNAUTHENTICATED', 'The Google token is not valid');
      return signInReply(result, body.cookies);
    },
  });
}

function stepUpRoute(useCases: UseCases): Route {
  return route({
    method: 'post',
    path: '/v1/auth/step-up',
    summary: 'Prove again who you are, for changes that need a fresh sign-in',
    tag: 'sessions',
    access: 'user',
    body: z.strictObject({
      password: z.string().min(1).max(1024).optional(),
      code: z.string().trim().min(6).max(40).optional(),
      factor: typedFactor.optional(),
      passkey: assertionSchema.optional(),
      googleToken: z.string().min(1).max(8192).optional(),
    }),
    reply: { status: 200, schema: signedInSchema.omit({ refreshToken: true }) },
    errors: ['UNAUTHENTICATED', 'SECOND_FACTOR_REQUIRED', 'SESSION_REVOKED'],
    handler: async ({ body, request, identity }) => {
      await limit(useCases, 'second-factor', request, identity.userId);
      const passkey = body.passkey && passkeyAnswer(body.passkey);
      const opened = await useCases.stepUp(callerFrom(request, identity), {
        ...body,
        passkey,
        device: deviceOf(request),
      });
      const { accessToken, expiresIn, user } = opened;
      const headers = { 'Cache-Control': 'no-store' };
      return { headers, body: { accessToken, tokenType: 'Bearer', expiresIn, user: userView(user) } };
    },
  });
}

export function signInRoutes(useCases: UseCases): Route[] {
  return [loginRoute(useCases), googleRoute(useCases), stepUpRoute(useCases)];
}

function loginRoute(useCases: UseCases): Route {
  return route({
    method: 'post',
    path: '/v1/auth/login',
    summary: 'Sign in with e-mail, username or mobile number, and password',
    ...common,
    body: z.strictObject({
      identifier: identifierSchema,
      password: typedPassword,
      ...wishes,
    }),
    reply: { status: 200, schema: signInReplySchema },
    errors: ['UNAUTHENTICATED', 'EMAIL_NOT_VERIFIED', 'ACCOUNT_TERMINATED', 'ACCOUNT_FROZEN', 'UNAVAILABLE'],
    handler: async ({ body, request }) => {
      await limit(useCases, 'sign-in', request, body.identifier);
      if (body.cookies) requireOwnOrigin(useCases, request);
      const result = await useCases.signIn({
        identifiers: readIdentifier(body.identifier),
        typed: body.identifier,
        password: body.password,
        requireVerified: true,
        trustedDevice: body.trustedDevice ?? readCookie(request, TRUSTED_COOKIE),
        spec: { kind: 'refresh', remember: body.rememberMe, via: 'v1', device: deviceOf(request, body.device) },
      });
      return signInReply(result, body.cookies);
    },
  });
}

/** The /v1 reply of a sign-in: one answer for all that must not be told apart. */
function signInReply(result: SignInResult, cookies: boolean): Reply {
  switch (result.outcome) {
    case 'signed-in':
      return signedInReply(result.opened, cookies);
    case 'second-factor':
      return challengeReply(result.challenge);
    case 'unverified':
      throw new FlorinError('EMAIL_NOT_VERIFIED', 'Verify your e-mail address first');
    case 'terminated':
      throw new FlorinError('ACCOUNT_TERMINATED', 'This account was terminated');
    case 'frozen':
      throw new FlorinError('ACCOUNT_FROZEN', 'This account is frozen; reset its password to use it again');
    default:
      throw new FlorinError('UNAUTHENTICATED', 'The identifier or the password is wrong');
  }
}
