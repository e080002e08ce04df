import type { Format } from './types.ts';

/** control characters that no text has, but the one that envelopes of MT940 begin with */
const BINARY = /(?![\t-\r])\p{Cc}(?<![\u007f-\u009f])/u;

/** The format of a file by the text of its beginning; a CSV file is told from a program's export by its header. */
export function formatOf(head: string): Format | 'unknown' {
  if (head.startsWith('PK\u0003\u0004')) return 'actual';
  if (BINARY.test(head.replace(/^\p{Cc}(?=\{1:)/u, ''))) return 'unknown';
  if (/<OFX>|^\s*OFXHEADER|<\?OFX\b/im.test(head)) return 'ofx';
  if (/<(?:\w+:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)\b|camt\.05[234]\./.test(head)) return 'camt';
  if (/^\s*!(?:type|account|option|clear)\b/im.test(head)) return 'qif';
  if (/^(?:\{.*\})?\s*:20:/m.test(head) && /^:(?:25|28C?|60[FM]|61):/m.test(head)) return 'mt940';
  if (/^\s*<(?:[?!]|html|\w+[\s>])/i.test(head)) return 'unknown';
  return head.trim() === '' ? 'unknown' : 'csv';
}
