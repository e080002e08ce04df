import type { Deps } from '../index.ts';
import type { MailboxMessage } from './ports.ts';

/** A message that was kept, undefined when there is none of this id (any more). */
export function findMailboxMessage(deps: Pick<Deps, 'mailbox'>, id: string): Promise<MailboxMessage | undefined> {
  return deps.mailbox.find(id);
}
