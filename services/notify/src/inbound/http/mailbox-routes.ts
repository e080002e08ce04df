import type { Route } from '@florin/service-kit';
import { route } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import type { MailboxMessage } from '../../app/ports.ts';
import { renderMailboxPage } from './mailbox-page.ts';
import { mailboxQuery, mailboxSchema } from './schemas.ts';

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  Vary: 'Accept',
};

/** What would have been sent: a page for people, JSON for programs. */
export function mailboxRoutes({ mailbox }: UseCases): Route[] {
  return [
    route({
      method: 'get',
      path: '/dev/mailbox',
      summary: 'Messages that development kept instead of sending; a page without Accept: application/json',
      tag: 'development',
      access: 'public',
      query: mailboxQuery,
      reply: { status: 200, schema: mailboxSchema },
      handler: async ({ query: { to, id, limit }, request }) => {
        const messages = await mailbox.list({ to, limit });
        if (request.accepts(['html', 'json']) === 'json') {
          return { body: { data: messages.map(renderMessage) }, headers: HEADERS };
        }
        const open = id === undefined ? messages[0] : ((await mailbox.find(id)) ?? messages[0]);
        const page = renderMailboxPage({ messages, open, to, pinned: id !== undefined });
        return { body: page, contentType: 'text/html; charset=utf-8', headers: HEADERS };
      },
    }),
  ];
}

function renderMessage({ id, channel, to, subject, text, html, sentAt }: MailboxMessage) {
  return { id, channel, to, subject, text, html, sentAt: sentAt.toISOString() };
}
