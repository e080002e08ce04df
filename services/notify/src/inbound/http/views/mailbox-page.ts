import type { MailboxMessage } from '../../../app/mailbox/ports.ts';
import { html, type SafeHtml } from '../../../domain/templates/html.ts';

export interface MailboxPage {
  messages: readonly MailboxMessage[];
  /** the message shown beside the list */
  open: MailboxMessage | undefined;
  /** filter by recipient */
  to: string | undefined;
  /** the reader chose the message, so a new one must not take its place */
  pinned: boolean;
}

const REFRESH_SECONDS = 4;
const MARKS = { email: '✉', sms: '☎', push: '➤' } as const;

/** The mailbox. A script of our own keeps it up to date; without scripts it loads itself again. Nothing of a message runs. */
export function mailboxPage({ messages, open, to, pinned }: MailboxPage): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <noscript><meta http-equiv="refresh" content="${REFRESH_SECONDS}" /></noscript>
        <script src="/dev/mailbox/script.js" defer></script>
        <title>Florin mailbox (${messages.length})</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <header>
          <h1>Florin mailbox</h1>
          <p>Messages this development server kept instead of sending.</p>
          <p role="status"></p>
          <form method="get" action="/dev/mailbox">
            <input name="to" value="${to ?? ''}" placeholder="Recipient" aria-label="Recipient" autocomplete="off" />
            <button>Filter</button>${to === undefined ? '' : html`<a href="/dev/mailbox">Show all</a>`}
          </form>
        </header>
        <main>
          <nav aria-label="Messages">${list(messages, open, to)}</nav>
          <article data-message="${open?.id ?? ''}" tabindex="0" aria-label="Message">
            ${open ? message(open, pinned, to) : html`<p class="none">Nothing here yet.</p>`}
          </article>
        </main>
      </body>
    </html>`.value;
}

function list(messages: readonly MailboxMessage[], open: MailboxMessage | undefined, to: string | undefined): SafeHtml {
  if (messages.length === 0) return html`<p class="none">No messages.</p>`;
  const rows = messages.map(
    ({ id, channel, to: recipient, subject, text, sentAt }) =>
      html` <a href="${link(id, to)}" class="${id === open?.id ? 'row open' : 'row'}"
        ><span class="mark" aria-hidden="true">${MARKS[channel]}</span>
        <strong>${subject === '' ? text : subject}</strong><time>${clockTime(sentAt)}</time
        ><span class="to">${recipient}</span></a
      >`,
  );
  return html`${rows}`;
}

function message(
  { subject, text, html: page, to, channel, sentAt }: MailboxMessage,
  pinned: boolean,
  filter: string | undefined,
): SafeHtml {
  const code = /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0];
  const body =
    page === ''
      ? html`<pre>${text}</pre>`
      : html`<iframe sandbox title="Message" srcdoc="${page}"></iframe>
          <details>
            <summary>Plain text</summary>
            <pre>${text}</pre>
          </details>`;
  return html`<h2>${subject === '' ? 'Text message' : subject}</h2>
    <p class="meta">
      ${channel} to <b>${to}</b>, ${sentAt.toISOString().replace('T', ' ').slice(0, 19)} UTC
      ${pinned ? html` · <a href="${link(undefined, filter)}">follow the newest</a>` : ''}
    </p>
    ${
      code === undefined
        ? ''
        : html`<p class="code">
            <button type="button" data-code="${code}" title="Copy"><code>${code}</code></button>
          </p>`
    }${body}`;
}

function link(id: string | undefined, to: string | undefined): string {
  const query = new URLSearchParams({ ...(to === undefined ? {} : { to }), ...(id === undefined ? {} : { id }) });
  return query.size === 0 ? '/dev/mailbox' : `/dev/mailbox?${query.toString()}`;
}

function clockTime(at: Date): string {
  return at.toISOString().slice(11, 19);
}

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --accent: #0b6e4f; --faint: light-dark(#595959, #a6a6a6) }
* { box-sizing: border-box }
body { margin: 0; font: 15px/1.45 system-ui, sans-serif; display: flex; flex-direction: column; height: 100vh }
header { padding: 14px 20px; border-bottom: 1px solid var(--line); display: flex; gap: 16px; align-items: baseline; flex-wrap: wrap }
h1 { font-size: 18px; margin: 0 } header p { margin: 0; color: var(--faint) } header p[role=status] { flex: 1 }
input, button { font: inherit; padding: 5px 10px; border: 1px solid var(--line); border-radius: 6px; background: transparent; color: inherit }
form { display: flex; gap: 8px; align-items: baseline }
main { flex: 1; display: grid; grid-template-columns: minmax(240px, 340px) minmax(0, 1fr); min-height: 0 }
nav { overflow: auto; border-right: 1px solid var(--line) }
.row { display: grid; grid-template-columns: 26px 1fr auto; padding: 10px 14px; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none }
.row strong { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 600 }
.row .mark { grid-row: span 2 } .row time { color: var(--faint); font-size: 12px }
.row .to { grid-column: 2 / 4; color: var(--faint); font-size: 13px; overflow: hidden; text-overflow: ellipsis }
.row.open { background: var(--soft); box-shadow: inset 3px 0 var(--accent) }
article { overflow: auto; padding: 18px 24px; display: flex; flex-direction: column }
h2 { font-size: 20px; margin: 0 0 4px } .meta { margin: 0 0 12px; color: var(--faint); overflow-wrap: anywhere } .meta a { color: inherit }
.code code { font: 600 28px/1 ui-monospace, monospace; letter-spacing: 5px; padding: 8px 14px; background: var(--soft); border-radius: 8px; display: block }
.code button { padding: 0; cursor: copy }
iframe { flex: 1; min-height: 380px; border: 1px solid var(--line); border-radius: 8px; background: #fff; color-scheme: light }
pre { white-space: pre-wrap; overflow-wrap: anywhere } details { margin-top: 10px } .none { color: var(--faint); padding: 14px }
@media (max-width: 700px) { main { grid-template-columns: minmax(0, 1fr); grid-template-rows: 40% 60% } nav { border-right: 0; border-bottom: 1px solid var(--line) } }
`;
