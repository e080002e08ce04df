import type { Channel } from '../../domain/kinds.ts';

export interface MailboxMessage {
  id: string;
  channel: Channel;
  to: string;
  subject: string;
  text: string;
  html: string;
  sentAt: Date;
}

/** The development mailbox: what would have been sent, newest first, at most a thousand messages. */
export interface MailboxStore {
  put(message: MailboxMessage): Promise<void>;
  list(filter: { to?: string | undefined; limit: number }): Promise<MailboxMessage[]>;
  find(id: string): Promise<MailboxMessage | undefined>;
}
