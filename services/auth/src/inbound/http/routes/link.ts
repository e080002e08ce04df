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
    tag: 'Account',
    access: 'public',
    params: z.object({ token: tokenSchema }),
    errors: ['NOT_FOUND', 'CONFLICT'],
  } as const;
  const reply = {
    status: 200,
    schema: linkSchema,
    contentType: 'text/html',
    description: 'A page, or JSON when asked for',
  };
  return [
    route({
      ...common,
      errors: [...common.errors],
      method: 'get',
      summary: 'See what a link from a notice would do',
      reply,
      handler: async ({ params, request }) => {
        await limit(useCases, 'link', request);
        const kind = await useCases.readLink(params.token);
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
        await limit(useCases, 'link', request);
        const kind = await useCases.followLink(params.token, addressOf(request));
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
