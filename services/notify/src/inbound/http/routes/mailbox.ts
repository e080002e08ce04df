import { route, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { mailboxQuery, mailboxSchema } from '../schemas.ts';
import { mailboxMessageView } from '../views.ts';
import { mailboxPage } from '../views/mailbox-page.ts';
import { MAILBOX_SCRIPT } from '../views/mailbox-script.ts';

const common = { tag: 'development', access: 'public' } as const;
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  Vary: 'Accept',
};

/** What would have been sent: a page for people, JSON for programs. */
export function mailboxRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'get',
      path: '/dev/mailbox',
      summary: 'Messages that development kept instead of sending; a page without Accept: application/json',
      ...common,
      query: mailboxQuery,
      reply: { status: 200, schema: mailboxSchema },
      handler: async ({ query: { to, id, limit }, request }) => {
        const messages = await useCases.listMailbox({ to, limit });
        if (request.accepts(['html', 'json']) === 'json') {
          return { body: { data: messages.map(mailboxMessageView) }, headers: HEADERS };
        }
        const open = id === undefined ? messages[0] : ((await useCases.findMailboxMessage(id)) ?? messages[0]);
        const page = mailboxPage({ messages, open, to, pinned: id !== undefined });
        return { body: page, contentType: 'text/html; charset=utf-8', headers: HEADERS };
      },
    }),
    route({
      method: 'get',
      path: '/dev/mailbox/script.js',
      summary: 'What keeps the page of the mailbox up to date',
      ...common,
      reply: { status: 200, contentType: 'text/javascript' },
      handler: () =>
        Promise.resolve({ body: MAILBOX_SCRIPT, contentType: 'text/javascript; charset=utf-8', headers: HEADERS }),
    }),
  ];
}
