import type { Deps } from '../index.ts';
import type { MailboxMessage } from './ports.ts';

/** The newest messages kept for one recipient, or for all. */
export function listMailbox(
  { mailbox }: Pick<Deps, 'mailbox'>,
  filter: { to?: string | undefined; limit: number },
): Promise<MailboxMessage[]> {
  return mailbox.list(filter);
}
