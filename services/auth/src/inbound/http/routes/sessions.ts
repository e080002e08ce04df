import { FlorinError } from '@florin/errors';
import { z } from 'zod';
import { pageSchema, route } from '@florin/service-kit';
import type { Reply, Route } from '@florin/service-kit';
import {
  listSessions,
  readIdentifier,
  refresh,
  revokeOtherSessions,
  revokeSession,
  revokeSessionsOf,
  signIn,
  signOut,
} from '../../../app/index.ts';
import type { App } from '../../../app/ports.ts';
import type { SignInResult } from '../../../app/sessions/sign-in.ts';
import { REFRESH_COOKIE, TRUSTED_COOKIE, clearedCookies, readCookie, requireOwnOrigin } from '../cookies.ts';
import { addressOf, callerFrom, deviceOf } from '../device.ts';
import { limit } from '../limited.ts';
import { challengeReply, sessionView, signedInReply } from '../replies.ts';
import {
  deviceSchema,
  identifierSchema,
  sessionSchema,
  signInReplySchema,
  signedInSchema,
  tokenSchema,
  typedPassword,
} from '../schemas.ts';

export function sessionRoutes(app: App): Route[] {
  return [loginRoute(app), refreshRoute(app), logoutRoute(app), ...listRoutes(app), supportRoute(app)];
}

function loginRoute(app: App): Route {
  return route({
    method: 'post',
    path: '/v1/auth/login',
    summary: 'Sign in with e-mail, username or mobile number, and password',
    tag: 'Session',
    access: 'public',
    body: z.strictObject({
      identifier: identifierSchema,
      password: typedPassword,
      rememberMe: z.boolean().default(false),
      /** tokens in cookies rather than in the reply */
      cookies: z.boolean().default(false),
      trustedDevice: tokenSchema.optional(),
      device: deviceSchema,
    }),
    reply: { status: 200, schema: signInReplySchema },
    errors: ['UNAUTHENTICATED', 'EMAIL_NOT_VERIFIED', 'ACCOUNT_TERMINATED', 'ACCOUNT_FROZEN', 'UNAVAILABLE'],
    handler: async ({ body, request }) => {
      await limit(app, 'sign-in', request, body.identifier);
      if (body.cookies) requireOwnOrigin(request, app.settings.origins);
      const result = await signIn(app, {
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
export function signInReply(result: SignInResult, cookies: boolean): Reply {
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

function refreshRoute(app: App): Route {
  return route({
    method: 'post',
    path: '/v1/auth/refresh',
    summary: 'Change a refresh token for the next one and a new access token',
    tag: 'Session',
    access: 'public',
    body: z.strictObject({ refreshToken: z.string().min(1).max(200).optional() }),
    reply: { status: 200, schema: signedInSchema },
    errors: ['UNAUTHENTICATED', 'SESSION_REVOKED', 'FORBIDDEN'],
    handler: async ({ body, request }) => {
      await limit(app, 'refresh', request);
      const cookie = body.refreshToken === undefined ? readCookie(request, REFRESH_COOKIE) : undefined;
      if (cookie !== undefined) requireOwnOrigin(request, app.settings.origins);
      const token = body.refreshToken ?? cookie;
      if (token === undefined) throw new FlorinError('UNAUTHENTICATED', 'Send the refresh token');
      return signedInReply(await refresh(app, { token, ip: addressOf(request) }), cookie !== undefined);
    },
  });
}

function logoutRoute(app: App): Route {
  return route({
    method: 'post',
    path: '/v1/auth/logout',
    summary: 'End this session',
    tag: 'Session',
    access: 'user',
    reply: { status: 204 },
    handler: async ({ request, identity }) => {
      await signOut(app, callerFrom(request, identity));
      return { headers: { 'Set-Cookie': clearedCookies() } };
    },
  });
}

function supportRoute(app: App): Route {
  return route({
    method: 'delete',
    path: '/v1/auth/users/:id/sessions',
    summary: 'Sign a person out everywhere, for support staff',
    tag: 'Session',
    access: 'support',
    params: z.object({ id: z.uuid() }),
    reply: { status: 200, schema: z.object({ ended: z.int() }) },
    errors: ['NOT_FOUND', 'FORBIDDEN'],
    handler: async ({ identity, params }) => ({
      body: { ended: await revokeSessionsOf(app, params.id, identity.userId) },
    }),
  });
}

function listRoutes(app: App): Route[] {
  const common = { tag: 'Session', access: 'user' } as const;
  return [
    route({
      ...common,
      method: 'get',
      path: '/v1/auth/sessions',
      summary: 'Where you are signed in',
      reply: { status: 200, schema: pageSchema(sessionSchema) },
      handler: async ({ request, identity }) => {
        const sessions = await listSessions(app, callerFrom(request, identity));
        return { body: { data: sessions.map((one) => sessionView(one, identity.sessionId)), nextCursor: null } };
      },
    }),
    route({
      ...common,
      method: 'delete',
      path: '/v1/auth/sessions',
      summary: 'Sign out everywhere else',
      reply: { status: 200, schema: z.object({ ended: z.int() }) },
      errors: ['STEP_UP_REQUIRED', 'SESSION_REVOKED'],
      handler: async ({ request, identity }) => ({
        body: { ended: await revokeOtherSessions(app, callerFrom(request, identity)) },
      }),
    }),
    route({
      ...common,
      method: 'delete',
      path: '/v1/auth/sessions/:id',
      summary: 'End one of your sessions',
      params: z.object({ id: z.uuid() }),
      reply: { status: 204 },
      errors: ['NOT_FOUND', 'STEP_UP_REQUIRED', 'SESSION_REVOKED'],
      handler: async ({ request, identity, params }) => {
        await revokeSession(app, callerFrom(request, identity), params.id);
        return {};
      },
    }),
  ];
}
