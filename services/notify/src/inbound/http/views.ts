import type { MailboxMessage } from '../../app/mailbox/ports.ts';
import { toJsonAmount } from '@florin/money';
import type { NoticeData } from '../../domain/message.ts';
import type { Notification } from '../../app/notifications/ports.ts';

export function notificationView({ id, kind, title, body, data, read, createdAt }: Notification) {
  return { id, kind, title, body, data: dataView(data), read, createdAt: createdAt.toISOString() };
}

/** Amounts and percentages are numbers in JSON. */
const dataView = (data: NoticeData) =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      name === 'amount' ? toJsonAmount(BigInt(value)) : name === 'percent' ? Number(value) : value,
    ]),
  );

export function mailboxMessageView({ id, channel, to, subject, text, html, sentAt }: MailboxMessage) {
  return { id, channel, to, subject, text, html, sentAt: sentAt.toISOString() };
}
