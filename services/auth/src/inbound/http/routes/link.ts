import type { Request } from 'express';
import { z } from 'zod';
import { route, type Reply, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import type { LinkKind } from '../../../app/notices/read-link.ts';
import { addressOf, limit } from '../caller.ts';
import { tokenSchema } from '../schemas.ts';
import { linkPage } from '../views/link.ts';

const MESSAGES: Record<LinkKind, string> = {
  freeze: 'The account is frozen and every device signed out. Reset the password to use it again.',
  'undo-contact': 'Your address is back and every device signed out. Reset the password if the change was not yours.',
};

const linkSchema = z.object({
  kind: z.enum(['freeze', 'undo-contact']),
  done: z.boolean(),
  message: z.string().optional(),
});

export function linkRoutes(useCases: UseCases): Route[] {
  const common = {
    path: '/v1/auth/links/:token',
    tag: 'own account',
    access: 'public',
    params: z.object({ token: tokenSchema }),
    reply: { status: 200, schema: linkSchema, contentType: 'text/html', description: 'A page, or JSON when asked for' },
  } as const;
  return [
    route({
      ...common,
      method: 'get',
      summary: 'See what a link from a notice would do',
      errors: ['NOT_FOUND', 'CONFLICT'],
      handler: async ({ params, request }) => {
        await limit(useCases, 'link', request);
        return answer(request, { kind: await useCases.readLink(params.token), done: false });
      },
    }),
    route({
      ...common,
      method: 'post',
      summary: 'Follow the link: freeze the account, or take a change of address back',
      errors: ['NOT_FOUND', 'CONFLICT'],
      handler: async ({ params, request }) => {
        await limit(useCases, 'link', request);
        return answer(request, { kind: await useCases.followLink(params.token, addressOf(request)), done: true });
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
