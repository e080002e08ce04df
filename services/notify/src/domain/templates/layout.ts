import type { Content, Notice } from '../message.ts';
import { html, type SafeHtml } from './html.ts';
import { oneLine, withoutLinks } from './foreign-text.ts';

const PAGE =
  'margin:0;padding:24px 12px;background:#f3f5f7;font:16px/1.5 -apple-system,Segoe UI,Roboto,sans-serif;color:#1d2733';
const CARD = 'max-width:520px;margin:0 auto;padding:28px 32px;background:#fff;border-radius:12px';
const CODE =
  'margin:20px 0;padding:14px;background:#f3f5f7;border-radius:8px;font:600 30px/1.2 ui-monospace,monospace;letter-spacing:6px;text-align:center';
const BUTTON =
  'display:inline-block;padding:11px 20px;background:#0b6e4f;border-radius:8px;color:#fff;text-decoration:none;font-weight:600';
const FOOT = 'max-width:520px;margin:16px auto 0;color:#6b7885;font-size:13px;text-align:center';

/** Stands in every e-mail that shows a name or note which somebody else chose. */
const FOREIGN_WORDS =
  'Names and words in “quotes” come from people, not from Florin. Florin never asks for your password or for a code.';

/**
 * A notice as an e-mail: subject, plain text and HTML with inline styles only. The one link in it is the notice's action:
 * whatever else looks like a link is written so that no client makes one of it.
 */
export function renderEmail(notice: Notice): Content {
  const { body, more = [], code, action, foreign = false } = notice;
  const title = withoutLinks(notice.title);
  const paragraphs = [body, ...more, ...(foreign ? [FOREIGN_WORDS] : [])].map(withoutLinks);
  const text = [
    ...paragraphs.slice(0, 1),
    ...(code === undefined ? [] : [`    ${code}`]),
    ...paragraphs.slice(1),
    ...(action ? [`${action.label}: ${action.url}`] : []),
    '-- \nFlorin',
  ].join('\n\n');
  return { subject: oneLine(title, 150), text, html: renderHtml({ ...notice, title }, paragraphs).value };
}

function renderHtml({ title, code, action }: Notice, [first = '', ...rest]: string[]): SafeHtml {
  const paragraph = (line: string) => html`<p style="margin:0 0 14px">${line}</p>`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <title>${title}</title>
      </head>
      <body style="${PAGE}">
        <div style="${CARD}">
          <h1 style="margin:0 0 16px;font-size:20px">${title}</h1>
          ${paragraph(first)}${code === undefined ? '' : html`<div style="${CODE}">${code}</div>`}${rest.map(paragraph)}
          ${action ? html`<p style="margin:22px 0 8px"><a style="${BUTTON}" href="${action.url}">${action.label}</a></p>` : ''}
        </div>
        <p style="${FOOT}">Florin</p>
      </body>
    </html>`;
}

/** A notice as text for SMS and push, in which a client finds no link. */
export function renderShort({ title, body }: Notice): Content {
  return { subject: oneLine(withoutLinks(title), 150), text: withoutLinks(body), html: '' };
}
