import type { MailboxMessage } from '../../app/mailbox/ports.ts';
import type { Notification } from '../../app/notifications/ports.ts';

export function notificationView({ id, kind, title, body, read, createdAt }: Notification) {
  return { id, kind, title, body, read, createdAt: createdAt.toISOString() };
}

export function mailboxMessageView({ id, channel, to, subject, text, html, sentAt }: MailboxMessage) {
  return { id, channel, to, subject, text, html, sentAt: sentAt.toISOString() };
}
