import type { Kind } from '../kinds.ts';
import type { Notice } from '../message.ts';

/**
 * Text that other people chose: names, notes, names of devices. It goes out under Florin's name, so it must not act on
 * the text around it, and no client may make a link of it.
 */

// what breaks lines, reorders or hides: controls, bidirectional marks, invisible characters
const UNPRINTABLE =
  /(?:[\p{Cc}\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc]|\u034f)+/gu;

/** Foreign text as one printable line of at most `maximum` characters. */
export function oneLine(text: string, maximum = 120): string {
  const line = text.replace(UNPRINTABLE, ' ').replace(/ {2,}/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length > maximum ? `${characters.slice(0, maximum - 1).join('')}…` : line;
}

/** A notice that shows what somebody else chose. */
export const foreignNotice = (kind: Kind, title: string, body: string): Notice => ({
  kind,
  title,
  body,
  foreign: true,
});

const IPV4 = /\b\d{1,3}(?:\.\d{1,3}){3}\b/g;
/**
 * The dot before the last part of a host name, which begins with a letter (amounts such as 12.50 are no host names). Other
 * scripts' full stops are dots of host names too, and joiners inside a name are skipped by those who look it up.
 */
const HOST_DOT =
  /(?<=\S)[.\u3002\uff0e\uff61](?=(?:\u200c|\u200d|\p{VS})*\p{L}(?:\u200c|\u200d|\p{VS})*[\p{L}\p{N}-])/gu;
const SCHEME = /\b(mailto|tel|sms|smsto|facetime|geo|data|javascript|bitcoin|ethereum|lightning):|:(?=[/\\])/giu;

/** Text in which mail, SMS and push clients find nothing to make a link of: `http[:]//evil[.]example`. */
export function withoutLinks(text: string): string {
  return text
    .replace(IPV4, (address) => address.replaceAll('.', '[.]'))
    .replace(HOST_DOT, '[$&]')
    .replace(SCHEME, (_colon, scheme: string | undefined) => `${scheme ?? ''}[:]`);
}
