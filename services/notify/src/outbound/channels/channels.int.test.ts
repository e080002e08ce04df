import { generateKeyPairSync, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { createTestClock } from '@florin/testing';
import { DeliveryRefused } from '../../domain/message.ts';
import { createFcm } from './fcm.ts';
import { createSmsWebhook, createTwilio } from './sms.ts';
import { createSmtp } from './smtp.ts';

interface Seen {
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

const stops: (() => unknown)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A provider that notes what it gets and answers `status` and `reply`. */
async function aProvider(answer: (seen: Seen) => { status: number; reply?: object }) {
  const seen: Seen[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body };
      seen.push(one);
      const { status, reply = {} } = answer(one);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

/** An SMTP server that takes one address and refuses others. */
async function aMailServer() {
  const mails: string[] = [];
  const server = createTcpServer((socket) => {
    let data: string | undefined;
    socket.write('220 test\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n')) {
        if (data !== undefined) {
          if (line === '.') {
            mails.push(data);
            data = undefined;
            socket.write('250 taken\r\n');
          } else data += `${line}\n`;
        } else if (/^EHLO|^HELO/i.test(line)) socket.write('250 test\r\n');
        else if (/^RCPT TO:<gone@/i.test(line)) socket.write('550 no such user\r\n');
        else if (/^RCPT TO:<busy@/i.test(line)) socket.write('451 try later\r\n');
        else if (/^DATA/i.test(line)) {
          data = '';
          socket.write('354 go on\r\n');
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else if (line !== '') socket.write('250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => server.close());
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, mails };
}

const content = { subject: 'Hello Ann', text: 'Text ü', html: '<p>Text</p>' };

describe('smtp', () => {
  async function aTransport() {
    const { url, mails } = await aMailServer();
    const smtp = createSmtp({ url, from: 'Florin <no-reply@florin.example>' });
    stops.unshift(() => smtp.close?.());
    return { smtp, mails };
  }

  test('a mail arrives with both bodies and an id made of the message id', async () => {
    const { smtp, mails } = await aTransport();
    await smtp.send({ id: 'abc:email:1', to: 'ann@example.com', content });
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatch(/^To: .*ann@example\.com/m);
    expect(mails[0]).toContain('Message-ID: <abc.email.1@florin>');
    expect(mails[0]).toContain('Subject: Hello Ann');
    expect(mails[0]).toMatch(/text\/plain[\s\S]*text\/html/);
  });

  test.each([
    ['a subject with a line break', 'ann@example.com', { ...content, subject: 'Hi\r\nBcc: eve@example.com' }],
    ['two addresses in one', 'ann@example.com, eve@example.com', content],
    ['an address the server refuses for good', 'gone@example.com', content],
  ])('%s is refused', async (_what, to, mail) => {
    const { smtp, mails } = await aTransport();
    await expect(smtp.send({ id: 'x', to, content: mail })).rejects.toThrow(DeliveryRefused);
    expect(mails).toEqual([]);
  });

  test('a server that is busy may be tried again', async () => {
    const { smtp } = await aTransport();
    const failure = await smtp.send({ id: 'x', to: 'busy@example.com', content }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(DeliveryRefused);
  });
});

describe('sms', () => {
  test('Twilio gets a form with basic authentication', async () => {
    const { url, seen } = await aProvider(() => ({ status: 201 }));
    const twilio = createTwilio({ url, accountSid: 'AC1', authToken: 'secret', from: '+15550001111' });
    await twilio.send({ id: 'm1', to: '+9607771234', content });
    expect(seen[0]?.path).toBe('/2010-04-01/Accounts/AC1/Messages.json');
    expect(Object.fromEntries(new URLSearchParams(seen[0]?.body))).toEqual({
      To: '+9607771234',
      From: '+15550001111',
      Body: 'Text ü',
    });
    expect(seen[0]?.headers.authorization).toBe(`Basic ${Buffer.from('AC1:secret').toString('base64')}`);
  });

  test('the webhook gets JSON with the id as idempotency key', async () => {
    const { url, seen } = await aProvider(() => ({ status: 204 }));
    const webhook = createSmsWebhook({ url: `${url}/sms`, token: 'tok' });
    await webhook.send({ id: 'm1', to: '+9607771234', content });
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ id: 'm1', to: '+9607771234', text: 'Text ü' });
    expect(seen[0]?.headers).toMatchObject({ 'idempotency-key': 'm1', authorization: 'Bearer tok' });
  });

  test.each([
    [400, true],
    [401, false],
    [429, false],
    [500, false],
  ])('an answer of %d is final: %s', async (status, final) => {
    const { url } = await aProvider(() => ({ status }));
    const webhook = createSmsWebhook({ url, token: undefined });
    const failure = await webhook.send({ id: 'm', to: '+9607771234', content }).catch((error: unknown) => error);
    expect(failure instanceof DeliveryRefused).toBe(final);
    expect(String(failure)).not.toContain('Text');
  });
});

describe('fcm', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

  async function aFcm(send: { status: number }) {
    const provider = await aProvider(({ path }) =>
      path === '/token' ? { status: 200, reply: { access_token: 'at-1', expires_in: 3599 } } : send,
    );
    const clock = createTestClock();
    const account = {
      project_id: 'p1',
      client_email: 'svc@p1.example',
      private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      token_uri: `${provider.url}/token`,
    };
    return { fcm: createFcm({ url: provider.url, account, clock: clock.now }), clock, ...provider };
  }

  test('signs in once an hour by a JWT its key verifies, and sends title and text', async () => {
    const { fcm, seen, clock } = await aFcm({ status: 200 });
    await fcm.send({ id: 'm1', to: 'device-token', content });
    await fcm.send({ id: 'm2', to: 'device-token', content });
    expect(seen.map((each) => each.path)).toEqual([
      '/token',
      '/v1/projects/p1/messages:send',
      '/v1/projects/p1/messages:send',
    ]);
    const [head, claims, mark] = (new URLSearchParams(seen[0]?.body).get('assertion') ?? '').split('.');
    const signed = Buffer.from(`${head}.${claims}`);
    expect(verify('sha256', signed, publicKey, Buffer.from(mark ?? '', 'base64url'))).toBe(true);
    expect(seen[1]?.headers.authorization).toBe('Bearer at-1');
    expect(JSON.parse(seen[1]?.body ?? '')).toEqual({
      message: {
        token: 'device-token',
        notification: { title: 'Hello Ann', body: 'Text ü' },
        data: { id: 'm1' },
      },
    });
    clock.advance(3_600_000);
    await fcm.send({ id: 'm3', to: 'device-token', content });
    expect(seen.filter((each) => each.path === '/token')).toHaveLength(2);
  });

  test('a token that is not registered any more is refused as gone', async () => {
    const { fcm } = await aFcm({ status: 404 });
    await expect(fcm.send({ id: 'm1', to: 'old', content })).rejects.toMatchObject({ addressGone: true });
  });
});
