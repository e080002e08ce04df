import type { Transporter } from 'nodemailer';
import type { Transport } from '../../app/messages/ports.ts';
import { DeliveryRefused } from '../../domain/message.ts';

const ADDRESS = /^[^\s,;:<>()[\]\\"]+@[^\s,;:<>()[\]\\"]+$/;

/** E-mail over SMTP. The Message-ID is the message's id, so that a mail sent twice over a crash shows once. */
export function createSmtp(options: { url: string; from: string }): Transport {
  let opened: Promise<Transporter> | undefined;
  return {
    name: 'smtp',
    send: async ({ id, to, content: { subject, text, html } }) => {
      if (!ADDRESS.test(to)) throw new DeliveryRefused('the address is not one plain address');
      if (/[\r\n]/.test(subject)) throw new DeliveryRefused('the subject is not one line');
      try {
        const transport = await (opened ??= open(options.url));
        await transport.sendMail({
          from: options.from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId: `<${id.replace(/[^A-Za-z0-9.-]/g, '.')}@florin>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        throw refusedByServer(error) ? new DeliveryRefused('the mail server refused it', { cause: error }) : error;
      }
    },
    close: () => {
      void opened?.then((transport) => {
        transport.close();
      });
    },
  };
}

async function open(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** A 5xx to the recipient or the message is final; to the sign-in or the connection it is the operator's to mend. */
function refusedByServer(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500;
}
