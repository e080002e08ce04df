import type { Transport } from '../../app/messages/ports.ts';
import { DeliveryRefused } from '../../domain/message.ts';
import { post } from './http.ts';

const NUMBER = /^\+[1-9]\d{6,14}$/;

/** SMS by Twilio's Messages API (twilio.com/docs/messaging/api/message-resource). */
export function createTwilio(options: { url: string; accountSid: string; authToken: string; from: string }): Transport {
  const { url, accountSid, authToken, from } = options;
  const senderField = from.startsWith('MG') ? 'MessagingServiceSid' : 'From';
  return {
    name: 'twilio',
    send: async ({ to, content }) => {
      if (!NUMBER.test(to)) throw new DeliveryRefused('the number is not in E.164');
      await post({
        provider: 'twilio',
        url: `${url}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`,
        headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
        body: new URLSearchParams({ To: to, [senderField]: from, Body: content.text }),
      });
    },
  };
}

/** SMS by any provider behind a webhook: POST { id, to, text }, with the id as Idempotency-Key. */
export function createSmsWebhook(options: { url: string; token: string | undefined }): Transport {
  return {
    name: 'sms webhook',
    send: async ({ id, to, content }) => {
      if (!NUMBER.test(to)) throw new DeliveryRefused('the number is not in E.164');
      await post({
        provider: 'the sms webhook',
        url: options.url,
        headers: {
          'content-type': 'application/json',
          'idempotency-key': id,
          ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
        },
        body: JSON.stringify({ id, to, text: content.text }),
      });
    },
  };
}
