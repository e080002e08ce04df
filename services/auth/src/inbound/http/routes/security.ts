import type { Request } from 'express';
import { z } from 'zod';
import { decodeCursor, pageQuery, pageSchema, route, toPage } from '@florin/service-kit';
import type { Reply, Route } from '@florin/service-kit';
import { exportData, followLink, listEvents, readLink, terminate } from '../../../app/index.ts';
import type { LinkKind } from '../../../app/accounts/links.ts';
import type { App } from '../../../app/ports.ts';
import { clearedCookies } from '../cookies.ts';
import { addressOf, callerFrom } from '../device.ts';
import { limit } from '../limited.ts';
import { linkPage } from '../link-page.ts';
import { tokenSchema } from '../schemas.ts';

export function securityRoutes(app: App): Route[] {
  return [eventsRoute(app), exportRoute(app), deleteRoute(app), ...linkRoutes(app)];
}

const eventSchema = z.object({
  n: z.int(),
  type: z.string(),
  at: z.iso.datetime(),
  area: z.string(),
  sessionId: z.uuid().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

function eventsRoute(app: App): Route {
  return route({
    method: 'get',
    path: '/v1/auth/events',
    summary: 'What happened to your account, newest first',
    tag: 'Account',
    access: 'user',
    query: z.strictObject(pageQuery),
    reply: { status: 200, schema: pageSchema(eventSchema) },
    handler: async ({ query, identity }) => {
      const before = decodeCursor(query.cursor, z.tuple([z.int().positive()]))?.[0];
      const entries = await listEvents(app, identity.userId, { before, limit: query.limit + 1 });
      const page = toPage(entries, query.limit, ({ n }) => [n]);
      const data = page.data.map(({ n, type, at, ipArea, sessionId, detail }) => {
        return { n, type, at: at.toISOString(), area: ipArea, sessionId, detail };
      });
      return { body: { data, nextCursor: page.nextCursor } };
    },
  });
}

function exportRoute(app: App): Route {
  return route({
    method: 'get',
    path: '/v1/auth/export',
    summary: 'All that is kept of you here, as JSON',
    tag: 'Account',
    access: 'user',
    reply: { status: 200, schema: z.looseObject({ exportedAt: z.iso.datetime() }) },
    errors: ['STEP_UP_REQUIRED', 'SESSION_REVOKED'],
    handler: async ({ request, identity }) => {
      await limit(app, 'export', request, identity.userId);
      const headers = {
        'Cache-Control': 'no-store',
        'Content-Disposition': 'attachment; filename="florin-account.json"',
      };
      return { headers, body: await exportData(app, callerFrom(request, identity)) };
    },
  });
}

function deleteRoute(app: App): Route {
  return route({
    method: 'delete',
    path: '/v1/auth/account',
    summary: 'Terminate your account for good',
    tag: 'Account',
    access: 'user',
    reply: { status: 204 },
    errors: ['STEP_UP_REQUIRED', 'SESSION_REVOKED'],
    handler: async ({ request, identity }) => {
      await terminate(app, callerFrom(request, identity));
      return { headers: { 'Set-Cookie': clearedCookies() } };
    },
  });
}

const MESSAGES: Record<LinkKind, string> = {
  freeze: 'The account is frozen and every device signed out. Reset the password to use it again.',
  'undo-contact': 'Your address is back and every device signed out. Reset the password if the change was not yours.',
};

function linkRoutes(app: App): Route[] {
  const common = {
    path: '/v1/auth/links/:token',
    tag: 'Account',
    access: 'public',
    params: z.object({ token: tokenSchema }),
    errors: ['NOT_FOUND', 'CONFLICT'],
  } as const;
  const reply = { status: 200, contentType: 'text/html', description: 'A page, or JSON when asked for' };
  return [
    route({
      ...common,
      errors: [...common.errors],
      method: 'get',
      summary: 'See what a link from a notice would do',
      reply,
      handler: async ({ params, request }) => {
        await limit(app, 'link', request);
        const kind = await readLink(app, params.token);
        return answer(request, { kind, done: false });
      },
    }),
    route({
      ...common,
      errors: [...common.errors],
      method: 'post',
      summary: 'Follow the link: freeze the account, or take a change of address back',
      reply,
      handler: async ({ params, request }) => {
        await limit(app, 'link', request);
        const kind = await followLink(app, params.token, addressOf(request));
        return answer(request, { kind, done: true });
      },
    }),
  ];
}

function answer(request: Request, { kind, done }: { kind: LinkKind; done: boolean }): Reply {
  const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };
  if (request.accepts(['html', 'json']) === 'json') {
    return { headers, body: { kind, done, ...(done ? { message: MESSAGES[kind] } : {}) } };
  }
  return { headers, contentType: 'text/html', body: linkPage(kind, done ? MESSAGES[kind] : undefined) };
}
