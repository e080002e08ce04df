import type { Clock, Logger } from '@florin/service-kit';
import type { MailboxStore } from '../../app/mailbox/ports.ts';
import type { Transport, Transports } from '../../app/messages/ports.ts';
import type { Config } from '../../config.ts';
import type { Channel } from '../../domain/kinds.ts';
import { DeliveryRefused } from '../../domain/message.ts';
import { createFcm } from './fcm.ts';
import { createSmsWebhook, createTwilio } from './sms.ts';
import { createSmtp } from './smtp.ts';

/** The transport of each channel: the configured one, else the mailbox in development, else none (said in the log). */
export function selectTransports(config: Config, mailbox: MailboxStore, clock: Clock, logger: Logger): Transports {
  const fallback = (channel: Channel, needs: string): Transport => {
    if (config.DEPLOYMENT === 'development') return createMailboxTransport(channel, mailbox, clock);
    logger.warn({ channel, needs }, 'messages of this channel can not be sent');
    return { name: 'none', send: () => Promise.reject(new DeliveryRefused(`no ${channel} channel is configured`)) };
  };
  return {
    email: config.SMTP_URL
      ? createSmtp({ url: config.SMTP_URL, from: config.MAIL_FROM })
      : fallback('email', 'SMTP_URL'),
    sms: smsOf(config) ?? fallback('sms', 'TWILIO_* or SMS_WEBHOOK_URL'),
    push: config.FCM_SERVICE_ACCOUNT
      ? createFcm({ url: config.FCM_URL, account: config.FCM_SERVICE_ACCOUNT, clock })
      : fallback('push', 'FCM_SERVICE_ACCOUNT'),
  };
}

function smsOf(config: Config): Transport | undefined {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM: from } = config;
  if (accountSid !== undefined && authToken !== undefined && from !== undefined) {
    return createTwilio({ url: config.TWILIO_URL, accountSid, authToken, from });
  }
  return config.SMS_WEBHOOK_URL === undefined
    ? undefined
    : createSmsWebhook({ url: config.SMS_WEBHOOK_URL, token: config.SMS_WEBHOOK_TOKEN });
}

function createMailboxTransport(channel: Channel, mailbox: MailboxStore, clock: Clock): Transport {
  return {
    name: 'mailbox',
    send: ({ id, to, content: { subject, text, html } }) =>
      mailbox.put({ id, channel, to, subject: channel === 'sms' ? '' : subject, text, html, sentAt: clock() }),
  };
}
