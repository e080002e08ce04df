import { FlorinError } from '@florin/errors';
import { z } from 'zod';
import { pageSchema, route, uuid, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { readCookie, requireOwnOrigin, addressOf, callerFrom, limit } from '../caller.ts';
import { sessionSchema, signedInSchema } from '../schemas.ts';
import { sessionView, signedInReply } from '../views.ts';
import { REFRESH_COOKIE, clearedCookies } from '../views/cookie.ts';

const open = { tag: 'sessions', access: 'public' } as const;
const own = { tag: 'sessions', access: 'user' } as const;

export function sessionRoutes(useCases: UseCases): Route[] {
  return [...tokenRoutes(useCases), ...endRoutes(useCases), ...listRoutes(useCases)];
}

function tokenRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'get',
      path: '/.well-known/jwks.json',
      summary: 'Public keys that verify access tokens (RFC 7517)',
      ...open,
      reply: { status: 200, schema: z.object({ keys: z.array(jwk) }) },
      handler: async () => ({
        body: await useCases.listPublicKeys(),
        headers: { 'Cache-Control': 'public, max-age=300' },
      }),
    }),
    route({
      method: 'post',
      path: '/v1/auth/refresh',
      summary: 'Change a refresh token for the next one and a new access token',
      ...open,
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
    }),
  ];
}

function endRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'post',
      path: '/v1/auth/logout',
      summary: 'End this session',
      ...own,
      reply: { status: 204 },
      handler: async ({ request, identity }) => {
        await useCases.signOut(callerFrom(request, identity));
        return { headers: { 'Set-Cookie': clearedCookies() } };
      },
    }),
    route({
      method: 'delete',
      path: '/v1/auth/users/:id/sessions',
      summary: 'Sign a person out everywhere, for support staff',
      tag: 'sessions',
      access: 'support',
      fresh: true,
      params: z.object({ id: uuid }),
      reply: { status: 200, schema: z.object({ ended: z.int() }) },
      errors: ['NOT_FOUND', 'FORBIDDEN'],
      handler: async ({ identity, params }) => ({
        body: { ended: await useCases.revokeUserSessions(params.id, identity.userId) },
      }),
    }),
  ];
}

function listRoutes(useCases: UseCases): Route[] {
  return [
    route({
      ...own,
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
      ...own,
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
      ...own,
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
