import type { Content, Notice } from '../message.ts';
import type { SafeHtml } from './html.ts';
import { html, oneLine } from './html.ts';

const PAGE =
  'margin:0;padding:24px 12px;background:#f3f5f7;font:16px/1.5 -apple-system,Segoe UI,Roboto,sans-serif;color:#1d2733';
const CARD = 'max-width:520px;margin:0 auto;padding:28px 32px;background:#fff;border-radius:12px';
const CODE =
  'margin:20px 0;padding:14px;background:#f3f5f7;border-radius:8px;font:600 30px/1.2 ui-monospace,monospace;letter-spacing:6px;text-align:center';
const BUTTON =
  'display:inline-block;padding:11px 20px;background:#0b6e4f;border-radius:8px;color:#fff;text-decoration:none;font-weight:600';
const FOOT = 'max-width:520px;margin:16px auto 0;color:#6b7885;font-size:13px;text-align:center';

/** A notice as an e-mail: subject, plain text and HTML with inline styles only. */
export function renderEmail(notice: Notice): Content {
  const { title, body, more = [], code, action } = notice;
  const paragraphs = [body, ...more];
  const text = [
    ...paragraphs.slice(0, 1),
    ...(code === undefined ? [] : [`    ${code}`]),
    ...paragraphs.slice(1),
    ...(action ? [`${action.label}: ${action.url}`] : []),
    '-- \nFlorin',
  ].join('\n\n');
  return { subject: oneLine(title, 150), text, html: renderHtml(notice, paragraphs).value };
}

function renderHtml({ title, code, action }: Notice, [first = '', ...rest]: string[]): SafeHtml {
  const paragraph = (line: string) => html`<p style="margin:0 0 14px">${line}</p>`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
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

/** A notice as text for SMS and push. */
export function renderShort({ title, body }: Notice): Content {
  return { subject: oneLine(title, 150), text: body, html: '' };
}
