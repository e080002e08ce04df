import { FlorinError } from '@florin/errors';
import { z } from 'zod';
import { pageSchema, route, uuid, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { readCookie, requireOwnOrigin, addressOf, callerFrom, limit } from '../caller.ts';
import { sessionSchema, signedInSchema } from '../schemas.ts';
import { sessionView, signedInReply } from '../views.ts';
import { REFRESH_COOKIE, clearedCookies } from '../views/cookie.ts';

export function sessionRoutes(useCases: UseCases): Route[] {
  return [
    keysRoute(useCases),
    refreshRoute(useCases),
    logoutRoute(useCases),
    ...listRoutes(useCases),
    supportRoute(useCases),
  ];
}

function refreshRoute(useCases: UseCases): Route {
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
      await limit(useCases, 'refresh', request);
      const cookie = body.refreshToken === undefined ? readCookie(request, REFRESH_COOKIE) : undefined;
      if (cookie !== undefined) requireOwnOrigin(useCases, request);
      const token = body.refreshToken ?? cookie;
      if (token === undefined) throw new FlorinError('UNAUTHENTICATED', 'Send the refresh token');
      return signedInReply(await useCases.refreshSession({ token, ip: addressOf(request) }), cookie !== undefined);
    },
  });
}

function logoutRoute(useCases: UseCases): Route {
  return route({
    method: 'post',
    path: '/v1/auth/logout',
    summary: 'End this session',
    tag: 'Session',
    access: 'user',
    reply: { status: 204 },
    handler: async ({ request, identity }) => {
      await useCases.signOut(callerFrom(request, identity));
      return { headers: { 'Set-Cookie': clearedCookies() } };
    },
  });
}

function supportRoute(useCases: UseCases): Route {
  return route({
    method: 'delete',
    path: '/v1/auth/users/:id/sessions',
    summary: 'Sign a person out everywhere, for support staff',
    tag: 'Session',
    access: 'support',
    params: z.object({ id: uuid }),
    reply: { status: 200, schema: z.object({ ended: z.int() }) },
    errors: ['NOT_FOUND', 'FORBIDDEN'],
    handler: async ({ identity, params }) => ({
      body: { ended: await useCases.revokeUserSessions(params.id, identity.userId) },
    }),
  });
}

function listRoutes(useCases: UseCases): Route[] {
  const common = { tag: 'Session', access: 'user' } as const;
  return [
    route({
      ...common,
      method: 'get',
      path: '/v1/auth/sessions',
      summary: 'Where you are signed in',
      reply: { status: 200, schema: pageSchema(sessionSchema) },
      handler: async ({ request, identity }) => {
        const sessions = await useCases.listSessions(callerFrom(request, identity));
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
        body: { ended: await useCases.revokeOtherSessions(callerFrom(request, identity)) },
      }),
    }),
    route({
      ...common,
      method: 'delete',
      path: '/v1/auth/sessions/:id',
      summary: 'End one of your sessions',
      params: z.object({ id: uuid }),
      reply: { status: 204 },
      errors: ['NOT_FOUND', 'STEP_UP_REQUIRED', 'SESSION_REVOKED'],
      handler: async ({ request, identity, params }) => {
        await useCases.revokeSession(callerFrom(request, identity), params.id);
        return {};
      },
    }),
  ];
}

const jwk = z.object({
  kty: z.string(),
  crv: z.string(),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
  use: z.literal('sig'),
  alg: z.literal('ES256'),
});

function keysRoute(useCases: UseCases): Route {
  return route({
    method: 'get',
    path: '/.well-known/jwks.json',
    summary: 'Public keys that verify access tokens (RFC 7517)',
    tag: 'Session',
    access: 'public',
    reply: { status: 200, schema: z.object({ keys: z.array(jwk) }) },
    handler: async () => ({
      body: await useCases.listPublicKeys(),
      headers: { 'Cache-Control': 'public, max-age=300' },
    }),
  });
}
