import { backoff } from '@florin/errors';
import type { Channel, Kind } from './kinds.ts';

/** Ids, minor units as a decimal string, a currency, a percentage: nothing that somebody wrote. */
export type NoticeData = Readonly<Record<string, string>>;

/** What a person reads. Plain text; only domain/templates makes HTML of it. */
export interface Notice {
  kind: Kind;
  /** one line: the subject of the e-mail, the title in the inbox and of the push */
  title: string;
  /** one or two sentences: the inbox, push and SMS text */
  body: string;
  /** the text shows a name or note that somebody else chose */
  foreign?: boolean;
  /** more paragraphs, e-mail only */
  more?: string[];
  /** shown large */
  code?: string;
  /** a link on PUBLIC_URL or TRACKER_SITE_URL */
  action?: { label: string; url: string };
}

export interface Content {
  subject: string;
  text: string;
  /** empty but for e-mail */
  html: string;
}

/** One message on one channel to one address. */
export interface Outgoing {
  /** made of the event's id, so that an event told twice sends once; at most 60 characters */
  id: string;
  userId: string | null;
  channel: Channel;
  to: string;
  kind: Kind;
  content: Content;
  /** no use after this: a code that has expired is not sent */
  notAfter: Date | null;
}

/** Thrown by a channel when trying again can't help, e.g. the address does not exist. */
export class DeliveryRefused extends Error {
  override readonly name = 'DeliveryRefused';
  /** the push token or number is gone for good: forget it */
  readonly addressGone: boolean;

  constructor(message: string, options: { addressGone?: boolean; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.addressGone = options.addressGone ?? false;
  }
}

export const MAX_ATTEMPTS = 7;
/** Wait after the n-th failed attempt (n from 1): 2 s, 8 s, 32 s, ... up to 10 min. */
export const retryWaitMs = backoff({ firstMs: 2_000, maximumMs: 10 * 60_000, factor: 4, jitter: 0 });
